/** Origins as security policies write them: scheme, host and port, no more. */

const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const IPV6 = /^\[[0-9a-f:.]+\]$/;
const isLocal = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/**
 * The origin of an http or https address, undefined for anything else. URL parsers let through hosts with `*`, `'`, `;` or `{`,
 * which would say something else in a policy: those have none.
 */
export function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, origin } = new URL(address);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && (HOST.test(hostname) || IPV6.test(hostname)) ? origin : undefined;
}

/** Exactly an origin as browsers write it: `https://www.gemeente.nl`; without TLS only on the visitor's own machine. */
export const isExactOrigin = (text: string): boolean =>
  originOf(text) === text && (text.startsWith('https:') || isLocal(new URL(text).hostname));

/** Has an origin of its own: what is relative comes from the page's server. */
export const isElsewhere = (address: string): boolean => /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
