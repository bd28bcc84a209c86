/** What a link leaves out, told when it is copied. */
const nl = {
  lacks: {
    drawing:
      'Uw tekening staat niet in de link: die is te groot. In een link passen ongeveer 40 getekende gebouwen (2.000 tekens). Geef een bestand door, dan ziet een ander ook uw tekening.',
    placed:
      'Wat u uit een bestand hebt geplaatst, staat niet in de link. Geef een bestand door, dan ziet een ander het ook.',
    canvas:
      'Het canvas dat u hebt geschreven, staat niet in de link. Geef een bestand door, dan leest een ander het ook.',
    decisions:
      'De besluiten die u over ruimteclaims hebt vastgelegd, staan niet in de link. Geef een bestand door, dan ziet een ander ze ook.',
  },
  save: 'Bewaar dit beeld als bestand',
  title: 'Beeld met wat ik heb gemaakt',
};

const en: typeof nl = {
  lacks: {
    drawing:
      'Your drawing is not in the link: it is too large. A link holds about 40 drawn buildings (2,000 characters). Hand on a file, and someone else sees your drawing too.',
    placed: 'What you placed from a file is not in the link. Hand on a file, and someone else sees it too.',
    canvas: 'The canvas that you wrote is not in the link. Hand on a file, and someone else reads it too.',
    decisions:
      'The decisions on spatial claims that you recorded are not in the link. Hand on a file, and someone else sees them too.',
  },
  save: 'Save this picture as a file',
  title: 'Picture with what I made',
};

export const shareText = { nl, en };
