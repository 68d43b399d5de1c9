import { brat } from './brat/brat.ts';
import { dataPackage } from './data-package/data-package.ts';
import type { Format } from './format.ts';
import { jsonl } from './jsonl/jsonl.ts';

/** Every format that Parley reads or writes, in the order in which they are offered. */
export const formats: readonly Format[] = [dataPackage, jsonl, brat];

/** The format of that id, or null. */
export function formatById(id: string): Format | null {
  return formats.find((format) => format.info.id === id) ?? null;
}
