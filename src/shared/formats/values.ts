import { fitsVariable, type Variable, type VariableType, type VariableValue } from '../model/variable.ts';
import { isDay } from '../text/day.ts';

/* Values of variables as files hold them. */

/** A cell → a variable's value of that type, or null when it isn't one. The choices of a category aren't looked at. */
export function parseValue(type: VariableType, cell: string): VariableValue | null {
  switch (type) {
    case 'boolean':
      return cell === 'true' ? true : cell === 'false' ? false : null;
    case 'integer':
      return /^-?\d{1,16}$/.test(cell) && Number.isSafeInteger(Number(cell)) ? Number(cell) : null;
    case 'date':
      return isDay(cell) ? cell : null;
    default:
      return cell;
  }
}

/** Whether a value is of a variable's type. Which choices a category has today is known to whoever keeps the value. */
export function isOfType(variable: Pick<Variable, 'type'>, value: VariableValue): boolean {
  return fitsVariable({ type: variable.type, options: typeof value === 'string' ? [value] : [] }, value);
}
