/** The policy in the words of web servers. */
import {
  listHeaders,
  RESOURCE_POLICY,
  SHARED_PATH,
  type SitePolicy,
  strictTransport,
} from '../../model/security-headers.ts';

/** Nothing of a name ends the comment that it stands in. */
const listPlain = (names: readonly string[]) =>
  names.map((name) => name.replaceAll(/[^\w-]/g, '')).join(', ') || 'no municipality';

const about = (municipalities: readonly string[], place: string): string[] => [
  `# Made by "cli headers" from municipality.json of ${listPlain(municipalities)}; make it again when that changes.`,
  `# ${place}`,
];
const transport = '# Take this line out while the site has no https, or when other names below its domain have none.';

/** For `include` in a `server` or `location` block. A block that sends headers of its own inherits none: include it there too. */
function toNginx(policy: SitePolicy, municipalities: readonly string[]): string[] {
  const shared = [
    // nginx has no condition of two parts: both go into one text.
    'set $tweelingstad_shared "";',
    'set $tweelingstad_resource same-origin;',
    'set $tweelingstad_vary "";',
    `if ($uri ~ "${SHARED_PATH.replaceAll('\\', '\\\\')}") {`,
    '  set $tweelingstad_shared shared:$http_origin;',
    '  set $tweelingstad_resource cross-origin;',
    '  set $tweelingstad_vary Origin;',
    '}',
    'set $tweelingstad_origin "";',
    ...policy.embedders.map(
      (origin) => `if ($tweelingstad_shared = "shared:${origin}") { set $tweelingstad_origin "${origin}"; }`,
    ),
    `add_header ${RESOURCE_POLICY} $tweelingstad_resource always;`,
    'add_header Vary $tweelingstad_vary always;',
    'add_header Access-Control-Allow-Origin $tweelingstad_origin always;',
  ];
  const add = ({ name, value }: { name: string; value: string }) => `add_header ${name} "${value}" always;`;
  return [
    ...about(municipalities, 'For nginx: include in the server or location block that serves the viewer.'),
    ...listHeaders(policy).map(add),
    transport,
    add(strictTransport),
    ...(policy.embedders.length > 0 ? shared : [add({ name: RESOURCE_POLICY, value: 'same-origin' })]),
  ];
}

const escapeRegex = (text: string) => text.replaceAll(/[.[\]]/g, '\\$&');

function toApache(policy: SitePolicy, municipalities: readonly string[]): string[] {
  const set = (name: string, value: string, condition = '') =>
    `Header always set ${name} "${value}"${condition && ` "expr=${condition}"`}`;
  const isShared = `%{REQUEST_URI} =~ m#${SHARED_PATH}#`;
  const origins = policy.embedders.map(escapeRegex).join('|');
  const shared = [
    set(RESOURCE_POLICY, 'cross-origin', isShared),
    `Header always merge Vary "Origin" "expr=${isShared}"`,
    set(
      'Access-Control-Allow-Origin',
      'expr=%{HTTP:Origin}',
      `${isShared} && %{HTTP:Origin} =~ m#^(${origins})$#`,
    ).replace('"expr=%{HTTP:Origin}"', 'expr=%{HTTP:Origin}'),
  ];
  return [
    ...about(municipalities, 'For Apache 2.4 with mod_headers: in the virtual host, a Directory, or .htaccess.'),
    ...listHeaders(policy).map(({ name, value }) => set(name, value)),
    transport,
    set(strictTransport.name, strictTransport.value),
    set(RESOURCE_POLICY, 'same-origin'),
    ...(policy.embedders.length > 0 ? shared : []),
    'AddType text/javascript .js',
    'AddType application/wasm .wasm',
  ];
}

export const serverKinds = ['nginx', 'apache'] as const;
export type ServerKind = (typeof serverKinds)[number];

const writers: Record<ServerKind, typeof toNginx> = { nginx: toNginx, apache: toApache };

/** `municipalities`: their names or ids, for whoever reads it. */
export const toServerConfig = (kind: ServerKind, policy: SitePolicy, municipalities: readonly string[]): string =>
  `${writers[kind](policy, municipalities).join('\n')}\n`;
