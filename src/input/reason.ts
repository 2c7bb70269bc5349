/** What the system says went wrong, as a sentence. */

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EISDIR: 'is a directory',
  EPERM: 'operation not permitted',
  EMFILE: 'too many files are open',
  ELOOP: 'is a link that leads in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENXIO: 'is a socket or a device that cannot be read',
  EIO: 'the disk cannot be read there',
};

export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return reasons[error.code] ?? error.message;
  return error instanceof Error ? error.message : String(error);
}
