/** Quick exit: a neutral page takes this one's place, so that "back" does not show the story again. */
export function leave() {
  document.documentElement.style.visibility = "hidden";
  location.replace("/neutral.html");
}
