/** Line icons of the screens that come after the home, drawn for this project on a 24-unit grid. */
import { addIcons } from "./Icon";

export const later = {
  exit: "M11 4H5v16h6M10 12h10M16 8l4 4-4 4",
  back: "M20 12H5M11 6l-6 6 6 6",
  check: "M5 13l4 4L19 7",
  home: "M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6",
  bulb: "M9 17h6M10 20.500h4M9 17c0-2.5-3-3.5-3-7a6 6 0 0112 0c0 3.5-3 4.5-3 7",
  phone:
    "M5 4h4l1.5 5L8 11c1 2.5 2.5 4 5 5l2-2.5 5 1.500v4c0 1-1 1.5-2 1.500C10 20 4 14 3.5 6 3.5 5 4 4 5 4z",
  down: "M6 9l6 6 6-6",
  up: "M6 15l6-6 6 6",
  share: "M12 15V4M8 8l4-4 4 4M5 12v8h14v-8",
  plus: "M12 5v14M5 12h14",
  warn: "M12 4l9 16H3zM12 10v4M12 17v.1",
  camera: "M4 8h4l1.5-3h5L16 8h4v11H4zM12 16.500a3 3 0 100-6 3 3 0 000 6z",
  chat: "M4 5h16v11H11l-4 4v-4H4z",
  key: "M8 16a4 4 0 114-4h8v4M16 12v3M8 12v.1",
  eye: "M2.5 12L12 6l9.5 6-9.5 6zM12 14.500a2.5 2.5 0 100-5 2.5 2.5 0 000 5z",
  ask: "M9 9.500a3 3 0 116 0c0 2-3 2-3 4.500M12 17.500v.1",
  heart: "M12 20L4 12V8l4-3 4 3 4-3 4 3v4z",
  search: "M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.500L21 21",
  paw: "M12 12l4 5-4 3-4-3zM6 9v2M10 5v3M14 5v3M18 9v2",
  users:
    "M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 5a3 3 0 010 6M17 14c2.5.500 4 2.5 4 6",
} as const;

addIcons(later);
