/** How long something keeps the processor busy, in milliseconds: what else the machine does counts little. */
export function processorTime(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
