import { listed, type NameSet } from './name-set.ts'

export const flemish: NameSet = {
  girls:
    listed(`Olivia Louise Emma Juna Mila Marie Ella Elena Anna Noor Julia Camille Elise Lou Fien
    Laura Lotte Nora Amélie Axelle Hanne Renée Janne Kato Febe Jade Lore Nina Helena Margaux Oona
    Pauline Estelle Merel Liv Fleur Zita Roos Anne-Sophie Marie-Julie Lisa Stien`),
  boys: listed(`Noah Arthur Liam Jules Louis Lucas Victor Adam Finn Vince Mathis Oscar Leon Lars
    Maurice Wout Stan Seppe Mauro Kobe Lowie Ferre Warre Jef Cyriel Gust Basiel Achiel Robbe Jasper
    Senne Tuur Emiel Marcel Otis Rune Staf Jean-Baptiste Mats Briek`),
  women: listed(`An Sofie Katrien Ellen Sarah Leen Griet Els Veerle Annelies Tine Hilde Nele Ilse
    Kristel Sara Evelien Liesbeth Joke Goedele Karolien Martine`),
  men: listed(`Tom Bart Wim Koen Stijn Kris Pieter Jan Steven Dirk Geert Joris Dieter Filip Sven Bram
    Jeroen Gert Kristof Wouter Maarten Luc`),
  families: listed(`Peeters, Janssens, Maes, Jacobs, Mertens, Willems, Claes, Goossens, Wouters,
    De|Smet, Pauwels, Hermans, Aerts, Michiels, Van den|Broeck, Martens, De|Backer, Smets, Hendrickx,
    Van|Damme, De|Clercq, Stevens, Van de|Velde, Lambrecht, Verhoeven, Segers, De|Vos, Wuyts,
    Vermeulen, Cools, Bosmans, Van|Hoof, Claeys, Desmet, Thys, De|Pauw, De|Wilde, Verstraete, Bogaerts,
    Van den|Bergh, Coppens, Lemmens, Moens, Van|Acker, Vandenberghe, Deprez, Van der|Auwera, Verlinden,
    Van der|Straeten-Ponthoz, 't|Kindt, Dhondt, Nijs, Verbeeck`),
  languages: [],
}

export const french: NameSet = {
  girls: listed('Léa Chloé Inès Manon Zoé Clémence Éloïse Capucine'),
  boys: listed('Hugo Nathan Théo Gabriel Maxime Aurélien Baptiste'),
  women: listed('Isabelle Nathalie Valérie Céline Aurélie Delphine'),
  men: listed('Olivier Benoît Fabrice Xavier Grégory Thierry'),
  families: listed('Dubois Lambert Dupont Leclercq Simon Laurent Renard François Lejeune Collard'),
  languages: ['fr'],
}

export const congolese: NameSet = {
  girls: listed('Grâce Merveille Divine Naomie Plamedi'),
  boys: listed('Exaucé Emmanuel Christian Jérémie Dieumerci'),
  women: listed('Béatrice Mireille Chantal Clarisse'),
  men: listed('Patrick Dieudonné Serge Fiston'),
  families: listed('Mbuyi Kabongo Ilunga Mukendi Tshibangu Kalala Ngoy'),
  languages: ['fr', 'ln'],
}
