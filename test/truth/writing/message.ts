/** One message of a log, before a framing puts a head on it. */
export interface Message {
  /** facility.severity: only the syslog framings show it. */
  readonly facility: string;
  /** The process, as it stands between the host and the message. */
  readonly process: string;
  readonly level: 'Info' | 'Warning';
  readonly text: string;
}

export const CALL_BRIDGE = 'host:server';

export function info(text: string): Message {
  return { facility: 'user.info', process: CALL_BRIDGE, level: 'Info', text };
}

/** Joinings and leavings of spaces, and what API users did, stand in another facility (seen). */
export function audit(text: string): Message {
  return { facility: 'local0.info', process: CALL_BRIDGE, level: 'Info', text };
}

export function other(facility: string, process: string, text: string): Message {
  return { facility, process, level: 'Info', text };
}
