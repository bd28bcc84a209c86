/** Makes a folder with the viewer fit its municipalities: the policy in its pages, `security.txt`, and what its server must say. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from '../model/input-error.ts';
import type { Municipality } from '../model/municipality.ts';
import { listSitePolicy, type SitePolicy } from '../model/security-headers.ts';
import { toSecurityText } from '../model/security-text.ts';
import { putPolicyInPages } from './headers/page.ts';
import { type ServerKind, toServerConfig } from './headers/server-config.ts';
import { readMunicipalityFile, readSite } from './headers/site.ts';

const SECURITY_FILE = '.well-known/security.txt';

/** `root`: where the server's root is, below which browsers look for it. False: no municipality names a contact. */
export async function writeSecurityText(
  root: string,
  municipalities: readonly Municipality[],
  today = new Date(),
): Promise<boolean> {
  const text = toSecurityText(
    municipalities.flatMap(({ security }) => security ?? []),
    today,
  );
  if (text === undefined) return false;
  await mkdir(join(root, '.well-known'), { recursive: true });
  await writeFile(join(root, SECURITY_FILE), text);
  return true;
}

export interface HeadersOptions {
  readonly for: ServerKind;
  /** Files instead of those in the folder's `made`. */
  readonly municipality?: readonly string[];
}

export interface HeadersReport extends SitePolicy {
  readonly config: string;
  readonly municipalities: readonly string[];
  /** What was done to the folder, and what its owner should know. */
  readonly notes: readonly string[];
}

function listNotes(municipalities: readonly Municipality[], { data }: SitePolicy): string[] {
  const names = municipalities.map(({ id }) => id);
  return [
    ...(names.length === 0 ? ['no municipality in this folder yet: the policy allows no other host'] : []),
    ...(names.length > 1 ? [`one page for ${names.join(', ')}: it may do what each of them needs (the union)`] : []),
    ...data
      .filter((origin) => origin.startsWith('http:'))
      .map((origin) => `${origin} has no https: browsers refuse it in a page that has`),
  ];
}

/** Throws {@link InputError} with one line. */
export async function makeHeaders(folder: string, options: HeadersOptions): Promise<HeadersReport> {
  if (!existsSync(join(folder, 'index.html')))
    throw new InputError(`${resolve(folder)}: no built viewer (index.html is missing); run "npm run build" first.`);
  const municipalities = options.municipality?.map(readMunicipalityFile) ?? readSite(folder);
  const policy = listSitePolicy(municipalities);
  const pages = await putPolicyInPages(folder, policy);
  const hasText = await writeSecurityText(folder, municipalities);
  const ids = municipalities.map(({ id }) => id);
  return {
    ...policy,
    config: toServerConfig(options.for, policy, ids),
    municipalities: ids,
    notes: [
      ...listNotes(municipalities, policy),
      ...pages.map((page) => `${page} now holds this policy too`),
      hasText
        ? `wrote ${SECURITY_FILE}; it must be at the root of the domain, and holds for a year`
        : `no ${SECURITY_FILE}: name a contact under "security" in municipality.json`,
    ],
  };
}
