/** Links that come from data: only pages of the web, never what runs in ours (`javascript:`, `data:`) or opens on this machine. */

/** The whole address, or undefined for what is no http or https one; `base` for those relative to a file of ours. */
export function toWebAddress(address: string | undefined, base?: string): string | undefined {
  if (address === undefined || !URL.canParse(address, base)) return undefined;
  const { protocol, href } = new URL(address, base);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
