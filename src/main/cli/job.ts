/** The name of the one job that a command line runs. */
export const JOB = 'command-line';
