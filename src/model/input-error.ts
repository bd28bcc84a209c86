/** Bad input from outside: the message is one clear line that names file, feature and field, and what to do. */
export class InputError extends Error {
  override name = 'InputError';
}
