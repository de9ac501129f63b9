/** Events of a file: JSON lines, or CSV whose head names the fields (`properties.x` nests). */
export function readLines(text: string, name: string): unknown[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (!name.toLowerCase().endsWith('.csv')) return lines.map(parseJson);
  const [head, ...rows] = lines.map(cells);
  return rows.map((row) => toEvent(head ?? [], row));
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    // Refused by the server, with the number of its line.
    return line;
  }
}

/** One CSV line: quotes may hold commas, and doubled quotes. */
function cells(line: string): string[] {
  const found: string[] = [];
  const pattern = /("([^"]|"")*"|[^,]*)(,|$)/gy;
  while (pattern.lastIndex <= line.length) {
    const match = pattern.exec(line);
    if (!match) break;
    const raw = match[1] ?? '';
    found.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw.trim());
    if (match[3] === '') break;
  }
  return found;
}

function toEvent(head: readonly string[], row: readonly string[]): Record<string, unknown> {
  const event: Record<string, unknown> = {};
  head.forEach((name, index) => {
    const value = row[index];
    if (!value) return;
    const [group, key] = name.split('.', 2);
    if (!group) return;
    if (!key) event[group] = value;
    else event[group] = { ...(event[group] as object | undefined), [key]: value };
  });
  return event;
}
