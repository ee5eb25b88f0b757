// What does a page start? Each part listens for its own elements; a page without them pays nothing.

import { listen as listenForAsks } from "./asks.js";
import { draw, listen as listenForCounts } from "./counting.js";
import { listen as listenForEnrolment } from "./enrol.js";
import { showFrame } from "./frames.js";
import { connect } from "./link.js";
import { drawLoad, listen as listenForLoads } from "./loading.js";
import { listen as listenForPins } from "./pin.js";
import { listen as listenForStops } from "./stop.js";

document.addEventListener("frame", (event) => {
  for (const form of event.target.querySelectorAll("form[data-capacity]")) draw(form);
  for (const form of event.target.querySelectorAll("form[data-filled]")) drawLoad(form);
});

listenForCounts();
listenForLoads();
listenForPins();
listenForStops();
listenForAsks();
listenForEnrolment();

const stack = document.querySelector("[data-live]");
const live = stack?.querySelector(".live");
if (stack) connect(stack, (html) => live && showFrame(live, html));
