/** Which formats there are. Help, `--format` and file endings are derived from this table; each renderer is loaded when it is used. */

export const drawFormats = ['svg'] as const;
export const exportFormats = ['json'] as const;

export type DrawFormat = (typeof drawFormats)[number];
export type ExportFormat = (typeof exportFormats)[number];

export function isDrawFormat(name: string): name is DrawFormat {
  return drawFormats.some((format) => format === name);
}

export function isExportFormat(name: string): name is ExportFormat {
  return exportFormats.some((format) => format === name);
}
