/** True for addresses of Slack itself, or of the Web API that the settings name: the only ones that get our token or a file. */
export function isSlackHost(url: URL, apiUrl: string | undefined): boolean {
  const isSlack = url.protocol === 'https:' && (url.hostname === 'slack.com' || url.hostname.endsWith('.slack.com'));
  return isSlack || (!!apiUrl && url.origin === new URL(apiUrl).origin);
}
