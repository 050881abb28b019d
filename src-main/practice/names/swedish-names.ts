import { listed, type NameSet } from './name-set.ts'

export const swedish: NameSet = {
  girls:
    listed(`Alice Maja Vera Alma Selma Elsa Lilly Astrid Wilma Freja Olivia Ebba Ella Saga Agnes
    Signe Ines Leah Stella Clara Juni Iris Ellen Tuva Nova Molly Edith Sigrid Elvira Hedda Märta
    Ester Tyra Ronja Lovisa Majken Svea Lykke Åsa-Märta Ann-Louise`),
  boys: listed(`William Liam Noah Hugo Lucas Adam Oliver Matteo Elias August Arvid Alfred Frans
    Vincent Sixten Nils Viggo Ludvig Theo Melvin Albin Gustav Olle Malte Loui Valter Folke Charlie
    Edvin Ebbe Harry Otto Vidar Josef Sigge Walter Ivar Love Axel Karl-Johan`),
  women: listed(`Anna Maria Karin Sara Emma Malin Jenny Linda Hanna Johanna Ida Elin Sofia Frida
    Helena Åsa Camilla Therese Lina Susanne Ulrika`),
  men: listed(`Johan Anders Fredrik Daniel Andreas Mikael Henrik Magnus Jonas Niklas Mattias Peter
    Patrik Stefan Martin Robert Tobias Marcus Björn Håkan Emil`),
  families: listed(`Andersson, Johansson, Karlsson, Nilsson, Eriksson, Larsson, Olsson, Persson,
    Svensson, Gustafsson, Pettersson, Jonsson, Jansson, Hansson, Bengtsson, Jönsson, Lindberg,
    Jakobsson, Magnusson, Lindström, Olofsson, Lindqvist, Lindgren, Berg, Axelsson, Bergström,
    Lundberg, Lind, Lundgren, Lundqvist, Mattsson, Berglund, Fredriksson, Sandberg, Henriksson,
    Forsberg, Sjöberg, Wallin, Engström, Eklund, Danielsson, Håkansson, Lundin, Björk, Bergman, Holm,
    Wikström, Isaksson, Fransson, Öberg, Åkesson, Sjögren, Nyström, Hedlund, af|Klint, von|Essen,
    Natt och|Dag, Ögren, Ärlig, Lagerkvist Söderström`),
  languages: [],
}

export const somali: NameSet = {
  girls: listed('Hodan Ayaan Sumaya Ifrah Hibaq Nasra'),
  boys: listed('Abdirahman Liban Yahya Mahad Zakariye Ayub'),
  women: listed('Faduma Sahra Asha Hawa Ubah'),
  men: listed('Abdi Mohamud Farah Bashir Yusuf'),
  families: listed('Warsame Abdullahi Hassan Mohamud Farah Jama Osman Ahmed'),
  languages: ['so'],
}

export const bosnian: NameSet = {
  girls: listed('Amina Lejla Hana Emina Ajla'),
  boys: listed('Tarik Benjamin Haris Armin Adnan'),
  women: listed('Mirela Jasmina Selma Azra'),
  men: listed('Emir Nermin Senad Mirza'),
  families: listed('Hodžić Begić Hadžić Delić Kovačević Mujić Halilović'),
  languages: ['bs'],
}

export const finnish: NameSet = {
  girls: listed('Aino Helmi Siiri Venla Kerttu'),
  boys: listed('Onni Eino Väinö Leo Toivo'),
  women: listed('Päivi Tiina Minna Sari'),
  men: listed('Jari Mika Timo Kari'),
  families: listed('Virtanen Korhonen Mäkinen Nieminen Hämäläinen Laine'),
  languages: ['fi'],
}

export const iranian: NameSet = {
  girls: listed('Darya Nika Parisa Tara Ava'),
  boys: listed('Arvin Kian Daniel Ramin Borna'),
  women: listed('Shirin Mina Leila Azadeh'),
  men: listed('Reza Amir Farhad Kaveh'),
  families: listed('Ahmadi Hosseini Karimi Moradi Rahimi Tehrani'),
  languages: ['fa'],
}
