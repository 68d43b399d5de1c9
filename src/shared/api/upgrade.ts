/**
 * The job under which a project of an earlier schema is brought up to date when it is opened, whoever opens it: a window can show
 * how far it is, and stop it. It ends with an event whose `what` is ''.
 */
export const UPGRADE_JOB = 'upgrade-project';
