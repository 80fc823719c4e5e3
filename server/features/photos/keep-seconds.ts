/** How long a picture that everyone may see is kept by whoever fetched it: it may be taken back at any moment. */
export const publicPictureSeconds = 30
