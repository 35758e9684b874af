/** The address of the running server that is tried, .../graphql. */
export const server = `${process.env.GRAPHINTEL_URL ?? 'http://localhost:5080'}/graphql`;
