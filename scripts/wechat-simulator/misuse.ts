/** A mistake of whoever arranges the simulator, by a seed or the control plane; the platform's API never says it. */
export class Misuse extends Error {}
