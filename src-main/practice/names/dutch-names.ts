import { listed, type NameSet } from './name-set.ts'

export const dutch: NameSet = {
  girls: listed(`Emma Julia Mila Tess Sophie Zoë Sara Nora Yara Eva Liv Lotte Noor Saar Anna Lauren
    Nina Fenna Evi Olivia Lieke Fleur Roos Milou Lynn Maud Isa Sofie Fenne Elin Jasmijn Loïs Bo
    Feline Ella Floor Amy Vera Noa Esmee Sanne Iris Femke Lisa Julie Puck Suze Pippa Jolie Norah
    Hanna Lara Elise Benthe Indy Rosalie Merel Linde Naomi Veerle Romy Guusje Bibi Tessa Juul Mare
    Doutzen Anne-Fleur Charlotte Madelief Josephine Kaatje Wies Sterre Willemijn Marie-Louise`),
  boys: listed(`Noah Liam Luca Lucas Mees Finn James Milan Levi Sem Daan Noud Luuk Adam Sam Bram
    Mason Benjamin Thijs Jesse Boaz Lars Guus Jens Siem Gijs Olivier Morris Teun Hugo Max Julian
    Tijn Jurre Floris Ties Otis Stijn Cas Tobias Joep Vince Moos Pepijn Jace Mats Hidde Tim Ruben
    Quinten Abel Koen Jan Willem Sven Owen Aron Job Kai Thomas Samuel Jip Jort Senn Pieter Rens
    Joris Stef Bas Jelle Wessel Fedde Sietse Jan-Willem Maximiliaan Casper Dex Melle Niek`),
  women: listed(`Marieke Sandra Linda Kim Sanne Marloes Esther Anouk Judith Annemarie Ilse Petra
    Wendy Chantal Karin Miranda Nicole Saskia Mirjam Suzanne Danielle Monique Manon Ingrid Femke
    Hanneke Renske Inge Nienke Lianne Eline Marjolein Renate Ellen Astrid Daphne Bianca Carolien
    Mariëlle Joyce`),
  men: listed(`Jeroen Dennis Mark Marcel Martijn Sander Erik Bas Wouter Michiel Rob Patrick Edwin
    Arjan Richard Rick Maarten Remco Joost Stefan Vincent Robert Paul Frank Peter Bart Niels Tom
    Jasper Gerben Johan Ronald Roel Sjoerd Kees Hans Pim Koen Pascal`),
  families:
    listed(`de|Jong, Jansen, de|Vries, van den|Berg, van|Dijk, Bakker, Janssen, Visser, Smit,
    Meijer, de|Boer, Mulder, de|Groot, Bos, Vos, Peters, Hendriks, van|Leeuwen, Dekker, Brouwer,
    de|Wit, Dijkstra, Smits, de|Graaf, van der|Meer, van der|Linden, Kok, Jacobs, de|Haan, Vermeulen,
    van den|Heuvel, van der|Veen, van den|Broek, de|Bruijn, van der|Heijden, Schouten, van|Beek,
    Willems, van|Vliet, van der|Ven, Hoekstra, Maas, Verhoeven, Koster, van|Dam, van der|Wal, Prins,
    Blom, Huisman, de|Jonge, Kuipers, van|Veen, Post, Veenstra, Kramer, van den|Brink, Scholten,
    van|Wijk, Postma, Martens, Vink, de|Ruiter, Timmermans, Groen, Gerritsen, Jonker, van|Loon,
    van der|Velde, Willemsen, de|Lange, de|Vos, Bosch, van|Dongen, Schipper, de|Koning, van der|Laan,
    Driessen, van|Doorn, Hermans, Evers, van den|Bosch, van der|Meulen, Hofman, Bosman, Wolters,
    Sanders, van der|Horst, Mol, Kuijpers, Molenaar, van de|Pol, de|Leeuw, Verbeek, 't|Hart,
    in 't|Veld, van 't|Hof, ter|Horst, op den|Kamp, van|Eijk, van den|Eijnden-Vermeulen,
    Slotemaker de|Bruïne`),
  languages: [],
}

export const surinamese: NameSet = {
  girls: listed('Shanaya Kiara Jaela Aaliyah Priya Anjali Chayenne Ruchi Naomi Djamila'),
  boys: listed('Jayden Kishan Djaylano Rajiv Xavi Giovanni Ryan Rishi Damian Shemar'),
  women: listed('Sharmila Wonny Cheryl Radha Muriel Soraya Indra Lucia'),
  men: listed('Roy Stanley Orlando Soeresh Winston Dewin Anil Henk'),
  families: listed(`Ramdin Bhagwandin Pinas Sordam Jubitana Wijngaarde Mohan Soekhoe Kasanwidjojo
    Landveld Kartosen Emanuels Ramdjan`),
  languages: ['srn'],
}
