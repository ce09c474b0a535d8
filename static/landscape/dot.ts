/** An occupation on the map and in the table below it. */
export interface Dot {
  readonly link: SVGAElement;
  readonly circle: SVGCircleElement;
  readonly row: HTMLElement;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  fits: boolean; // what is asked for
}
