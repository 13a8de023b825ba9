/** Simple line icons drawn for this project on a 24-unit grid: those of the home; the others come with ./icons. */
const home = {
  sky: "M16 4V8H20L16 12 20 16H16V20L12 16 8 20V16H4L8 12 4 8H8V4L12 8Z",
  badge: "M12 2l8 8-8 8-8-8zM12 6.500l3.5 3.5-3.5 3.5-3.5-3.500zM9 17v4M15 17v4",
  help: "M5 15v-4a7 7 0 0114 0v4M5 12.500h3v5H5zM16 12.500h3v5h-3zM19 17.500c0 2.5-2 3-5 3",
  speak: "M4 9.500v5h4l5 4v-13l-5 4zM16.5 9a4.5 4.5 0 010 6M19 6.500a8 8 0 010 11",
  next: "M9 5l7 7-7 7",
} as const;

export type IconName = keyof typeof home | keyof typeof import("./icons").later;

let paths: Partial<Record<IconName, string>> = home;

export function addIcons(more: Partial<Record<IconName, string>>) {
  paths = { ...paths, ...more };
}

export const isIcon = (name: string): name is IconName => name in paths;

export function Icon({ name, size }: { name: IconName; size?: number }) {
  return (
    <svg
      class="ico"
      viewBox="0 0 24 24"
      aria-hidden="true"
      style={size ? { width: size, height: size } : undefined}
    >
      <path d={paths[name]} />
    </svg>
  );
}
