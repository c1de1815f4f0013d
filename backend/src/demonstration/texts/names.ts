// Common Danish names; the combinations are chance's own.
export const FIRST_NAMES = (
  'Aase Agnete Aksel Allan Alma Amalie Anders Andreas Ane Anette Anita Anna Annika Arne Asbjørn Asger Astrid Bente Berit Birthe Bjarne Bo Bodil Brian ' +
  'Britta Camilla Carsten Casper Cecilie Charlotte Christina Claus Dan Ditte Dorte Ebbe Eigil Ejner Elin Ellen Else Emil Emma Erik Esben Eva Finn ' +
  'Flemming Frederik Freja Frida Gerda Gitte Grethe Gry Gunnar Hanne Hans Heidi Helene Henning Henrik Ida Inge Ingrid Jacob Jakob Jan Janne Jeppe ' +
  'Jesper Jette Johanne Jonas Julie Jytte Jørgen Kaj Kamilla Karen Karin Karl Kasper Katrine Keld Kim Kirsten Kjeld Klara Knud Kristian Kristine ' +
  'Lars Lasse Laura Leif Lene Linda Line Lis Lisbeth Liv Lone Lotte Louise Mads Magnus Maja Malene Malthe Maren Maria Marianne Marie Martin Mathilde ' +
  'Merete Mette Michael Mie Mikkel Mona Morten Naja Nanna Niels Nikolaj Nina Ole Oskar Otto Palle Per Pernille Peter Pia Poul Preben Rasmus Rikke ' +
  'Sanne Sara Sidsel Signe Silje Simon Sine Sofie Solveig Stine Susanne Svend Søren Tanja Thea Thomas Tine Tobias Tom Tommy Tove Trine Troels Ulla ' +
  'Ulrik Vibeke Viggo Winnie Åge Åse Øjvind'
).split(' ');

export const LAST_NAMES = (
  'Aabo Aagaard Abildgaard Ahlmann Andersen Andreasen Bach Bak Balslev Bang Bay Bech Bendtsen Berg Berthelsen Birk Bisgaard Bjerre Bjerregaard ' +
  'Black Boesen Bonde Borup Bramsen Brandt Bruun Buch Bundgaard Bækgaard Carlsen Christensen Christiansen Dahl Dalgaard Dalsgaard Damgaard Degn ' +
  'Ditlevsen Drejer Ebbesen Egholm Enevoldsen Eriksen Fischer Fog Frandsen Friis Frost Fuglsang Gade Gammelgaard Gram Gregersen Grøn Haagensen ' +
  'Hald Hansen Hartmann Haugaard Hedegaard Helms Henriksen Hjorth Holm Holst Hougaard Hvid Højgaard Iversen Jacobsen Jensen Jepsen Jeppesen Jessen ' +
  'Johansen Juul Justesen Kaae Karlsen Kjeldsen Kjærgaard Klausen Knudsen Kofoed Kragh Kristensen Krogh Kronborg Kruse Lange Larsen Lassen Lauritsen ' +
  'Leth Lind Linde Lorentzen Lund Lykke Madsen Markussen Mathiesen Mikkelsen Mogensen Mortensen Munk Mølgaard Møller Nielsen Nissen Nygaard Nørgaard ' +
  'Olesen Olsen Ottosen Overgaard Paaske Pedersen Petersen Poulsen Qvist Raabjerg Rahbek Rasmussen Ravn Riis Rosenkilde Sand Schmidt Schou Simonsen ' +
  'Skaarup Skov Skovgaard Smed Steffensen Storm Svendsen Søgaard Sønderby Sørensen Thomsen Thorup Thygesen Toft Tønder Ullum Vang Vestergaard Vinter ' +
  'Vognsen Winther Wulff Ørum Østergaard Åkjær'
).split(' ');
