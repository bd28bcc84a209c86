/**
 * Plans, intentions and ambitions that are places of their own, one a line: group, theme and hardness; name; shape in the town frame; what
 * heights count from, lower and upper; and further days from and until, and `±` metres of accuracy. Shapes: `rect` (west, south, width,
 * depth), `hk` (the same in the frame of Havenkwartier), `circle` (x, y, radius), `ring`, `strip` (half width and a line), `market`.
 */

export const homes = `
WON housing hard | Havenkwartier, kade zuid | hk 20 5 30 88 | peil -0.5 14
WON housing hard | Havenkwartier, kade noord | hk 20 120 30 70 | peil -0.5 14
WON housing soft | Havenkwartier, hof met parkeerkelder | hk 88 5 42 88 | peil -3.2 15
WON housing soft | Havenkwartier, hof noord | hk 88 120 42 70 | peil -0.5 15
WON housing soft | Spoorzone, blok 1 | rect 1010 585 60 42 | ground -0.8 24 | 2029-01-01
WON housing soft | Spoorzone, blok 2 | rect 1085 585 60 42 | ground -0.8 24 | 2030-01-01
WON housing ambition | Spoorzone, toren | rect 1500 590 32 32 | ground -0.8 52 | 2032-01-01
WON housing ambition | De Werf, wonen en werken | rect 1380 425 86 54 | ground -0.8 18 | 2035-01-01
WON housing ambition | De Werf, kadewoningen | rect 1505 150 30 80 | ground -0.8 15 | 2035-01-01
WON housing soft | Polderrand, veld 1 | rect 2770 720 90 90 | ground -0.8 11 | 2030-01-01
WON housing soft | Polderrand, veld 2 | rect 2880 720 80 90 | ground -0.8 11 | 2030-01-01
WON housing soft | Polderrand, veld 3 | rect 2880 830 80 90 | ground -0.8 11 | 2032-01-01
WON housing ambition | Zuidrand, veld 1 | rect 1700 400 110 80 | ground -0.8 11 | 2036-01-01
WON housing ambition | Zuidrand, veld 2 | rect 2190 400 90 80 | ground -2.6 11 | 2036-01-01
WON housing soft | Flatpark, extra flat | rect 1005 945 62 14 | ground -0.8 22 | 2028-01-01
WON housing soft | Overgracht, inbreiding | rect 1690 1900 26 40 | ground -0.8 9 | 2027-01-01
WON housing soft | Dijkwoningen | rect 870 2162 70 28 | nap -4.6 8 | 2028-01-01
WON housing soft | Zorgwoningen Vogellaan | rect 1150 1290 40 22 | ground -0.8 12 | 2027-06-01
WON housing hard | Flexwoningen Westpolder | rect 300 1180 80 60 | ground -0.3 7 | 2026-04-01 2036-04-01
BED business soft | De Werf, uitbreiding west | rect 720 380 60 80 | ground -1 12 | 2028-01-01
BED business soft | Kantoren Stationsplein | rect 1240 608 60 26 | ground -0.5 20 | 2029-01-01
BED business soft | Bedrijvenpark Oosterringweg | rect 2770 1700 120 150 | ground -1 14 | 2029-01-01
BED business ambition | Rekencentrum Zuidpolder | rect 2330 90 90 70 | ground -1 16 | 2033-01-01
BED business soft | Werkplaatsen Kraanweg | rect 1330 160 40 40 | ground -0.8 9 | 2028-01-01
`;

export const energy = `
STA energy soft | Onderstation Zuidpolder | rect 2640 200 70 50 | ground -2 9 | 2028-01-01
ZON energy soft | Zonneveld Zuiderweg | rect 1760 60 280 200 | ground -1 2.5 | 2027-01-01 2052-01-01
ZON energy ambition | Zonneveld Zuidpolder | ring 2000,180 2085,180 2085,300 1900,300 1900,240 2000,240 | ground -1 2.5 | 2029-01-01 2054-01-01
ZON energy ambition | Zonneveld Westpolder | rect 60 700 260 240 | ground -1 2.5 | 2028-01-01 2053-01-01
ZON energy soft | Zonneveld onder de lijn | rect 2650 420 70 160 | ground -1 2.5 | 2028-01-01 2053-01-01
WND energy ambition | Windturbine Westpolder 1 | circle 130 1250 55 | ground -3 150 | 2030-01-01 2055-01-01
WND energy ambition | Windturbine Westpolder 2 | circle 130 1860 55 | ground -3 150 | 2030-01-01 2055-01-01
WND energy ambition | Windturbine aan de dijk | circle 2640 2150 55 | ground -3 150 | 2032-01-01 2057-01-01
WKO energy hard | Bodemenergie Stationskwartier | circle 1200 960 75 | nap -90 -14
WKO energy soft | Bodemenergie Spoorstraat | circle 1260 850 75 | nap -90 -14 | 2027-01-01
WKO energy ambition | Bodemenergie Havenkwartier | circle 1740 1075 70 | nap -90 -14 | 2030-01-01
BUF energy ambition | Warmtebuffer Spoorzone | circle 985 605 10 | ground -2 16 | 2030-01-01
LAD energy soft | Laadplein De Werf | rect 1180 420 70 30 | ground -0.8 5 | 2027-01-01
LAD energy soft | Laadplein Sportpark | rect 650 2070 60 22 | ground -0.8 5 | 2027-01-01
TRF energy hard | Transformatorhuisje Kievitstraat | rect 800 1318 4 3 | ground -1 2.8
TRF energy hard | Transformatorhuisje Zwaluwlaan | rect 800 1068 4 3 | ground -1 2.8
TRF energy hard | Transformatorhuisje Appelhof | rect 2200 1848 4 3 | ground -1 2.8
TRF energy hard | Transformatorhuisje Jasmijnstraat | rect 2100 1622 4 3 | ground -1 2.8
TRF energy hard | Transformatorhuisje Lelylaan | rect 900 1826 4 3 | ground -1 2.8
TRF energy hard | Transformatorhuisje Perronstraat | rect 1210 834 4 3 | ground -1 2.8
`;

export const traffic = `
GAR mobility ambition | Parkeergarage onder de Grote Markt | market | ground -7.5 -0.6 | 2031-01-01 ±0.5
GAR mobility soft | Parkeergarage onder het Stationsplein | rect 1236 576 200 30 | ground -6.5 -0.6 | 2029-01-01
TUN mobility ambition | Fietstunnel onder het spoor | strip 2.5 1478,615 1478,478 | nap -8.2 -4.2 | 2031-01-01 ±0.5
HUB mobility soft | Deelmobiliteit Vogellaan | rect 700 1250 30 12 | ground 0 4 | 2027-01-01
HUB mobility soft | Deelmobiliteit Waterrijk | rect 2275 1340 30 12 | ground 0 4 | 2027-01-01
HUB mobility soft | Deelmobiliteit Tuindorp | rect 2060 1790 24 12 | ground 0 4 | 2027-01-01
HUB mobility ambition | Stadsdistributie De Werf | rect 930 570 40 40 | ground -0.5 9 | 2030-01-01
PAR mobility ambition | Parkeerplaats aan de Markerdijk | rect 1820 2208 60 22 | ground -0.5 2.5 | 2027-01-01
PAR mobility soft | Parkeerterrein Sportpark | rect 455 1968 40 18 | ground -0.5 2.5 | 2027-01-01
PAR mobility hard | Parkeren Kerkhof | rect 1226 1838 20 10 | ground -0.4 2.5
WRK mobility hard | Bouwplaats herinrichting Grote Markt | market | ground 0 6 | 2026-08-24 2026-12-01
WRK mobility hard | Bouwweg Havenkwartier | strip 4 1703,960 1707,990 | ground 0 5 | 2028-04-01 2031-04-01
`;

export const surroundings = `
BRG water soft | Waterpartij Havenkwartier | hk 40 160 70 40 | nap -6 -4.2 | 2029-01-01
BRG water soft | Waterberging Polderrand | rect 2840 825 60 80 | nap -6 -3.8 | 2030-01-01
BRG water soft | Waterberging Westpolder | rect 280 1160 120 100 | nap -6 -3.6 | 2038-01-01
BRG water soft | Seizoensberging Zuiderpark | rect 1745 690 80 60 | nap -4.6 -3 | 2027-01-01
BRG water soft | Compensatie De Werf | rect 1330 60 60 30 | nap -6 -4.3 | 2028-01-01
NAT green soft | Natte natuur Westpolder | ring 180,640 400,640 400,860 180,860 | ground -0.5 6
NAT green soft | Natuurstrook Oosterpolder | rect 2860 1760 110 260 | ground -0.5 10
NAT green ambition | Bosstrook Oosterpolder | rect 2880 1340 80 200 | ground -1.5 20 | 2028-01-01
GRO green soft | Park Havenkwartier | hk 52 95 60 60 | ground -0.6 15 | 2029-01-01
GRO green ambition | Groene Markt: bomen op het plein | rect 1345 1700 70 30 | ground -0.5 10 | 2032-01-01
GRO green soft | Volkstuinen Westerweg | rect 610 1692 10 88 | ground -0.5 4
SCH amenity soft | Brede school Spoorzone | rect 1160 588 60 36 | ground -0.8 12 | 2030-08-01
SCH amenity soft | School Havenkwartier | hk 135 100 36 50 | peil -0.5 11 | 2030-08-01
SCH amenity soft | Kinderopvang De Werf | rect 868 625 30 22 | ground -0.8 6 | 2028-01-01
EVT amenity hard | Evenemententerrein Zuiderpark | rect 1730 700 100 80 | ground 0 12 | 2026-01-01
EVT amenity hard | Kermis op de Grote Markt | market | ground 0 22 | 2026-08-20 2026-08-31
EVT amenity hard | IJsbaan op de Grote Markt | market | ground 0 6 | 2026-12-05 2027-01-11
SPO amenity soft | Sportpark, vierde veld | rect 455 1995 20 90 | ground -0.5 8 | 2028-01-01
SPO amenity ambition | Zwembad Westerweg | rect 462 1566 60 40 | ground -4 10 | 2033-01-01
SPL amenity hard | Speelplek Vogelpark | circle 700 1455 12 | ground -0.6 4
SPL amenity hard | Speelplek Vissenplantsoen | circle 2250 1425 12 | ground -0.6 4
SPL amenity hard | Speelplek Zuiderpark | circle 1720 850 12 | ground -0.6 4
BGR amenity soft | Uitbreiding begraafplaats Rustoord | rect 630 1700 60 70 | ground -2.5 3 | 2030-01-01
ZRG amenity soft | Gezondheidscentrum Waterrijk | rect 2330 1380 30 20 | ground -0.8 10 | 2028-01-01
HOR amenity soft | Paviljoen bij de haven | rect 1560 2244 30 14 | nap 2.5 7.5 | 2027-04-01 2037-04-01
`;
