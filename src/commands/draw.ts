export async function draw(): Promise<number> { return 1; }
