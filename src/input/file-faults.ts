/** What the system says of a file it will not read or write, in words of one who is no programmer. */

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission',
  EPERM: 'there is no permission',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'its folder does not exist',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'its path goes through a file as if it were a folder',
  ENXIO: 'nothing is at its other end',
  EPIPE: 'nobody reads it any more',
  EROFS: 'the disk is read-only',
  ETXTBSY: 'it is in use',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_BUFFER_TOO_LARGE: 'unpacked it is too large',
  Z_BUF_ERROR: 'what is packed in it ends too early',
  Z_DATA_ERROR: 'what is packed in it is broken',
  ERR_INVALID_ARG_VALUE: 'its name holds a character no file name has',
  ERR_STRING_TOO_LONG: 'it is too large',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is too large',
};

/** Whether an exception is the system's answer about a file, not a mistake of the program. */
export const isFileFault = (cause: unknown): cause is NodeJS.ErrnoException =>
  cause instanceof Error &&
  'code' in cause &&
  ('syscall' in cause || String(cause.code) in REASONS);

/** Why the file cannot be read or written; of an unusual reason what the system says. */
export const reasonOf = ({ code, message }: NodeJS.ErrnoException): string =>
  REASONS[code ?? ''] ?? message;
