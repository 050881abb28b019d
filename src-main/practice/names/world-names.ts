import { listed, type NameSet } from './name-set.ts'

export const turkish: NameSet = {
  girls: listed(`Elif Zeynep Defne Ecrin Azra Nehir Asya Ela Melek Sümeyye Esra İrem Ceylin Beyza
    Nisa Hira`),
  boys: listed(`Yusuf Emir Mehmet Ömer Kerem Eymen Ali Mustafa Berat Çınar Enes Furkan Alperen Deniz
    Burak Umut`),
  women: listed('Fatma Ayşe Emine Hatice Zehra Gülsüm Derya Özlem Sevgi Yasemin Nuray'),
  men: listed('Mehmet Ahmet Hasan Hüseyin İbrahim Murat Osman Serkan Fatih Volkan Erkan'),
  families:
    listed(`Yılmaz Kaya Demir Çelik Şahin Yıldız Öztürk Aydın Özdemir Arslan Doğan Kılıç Çetin
    Koç Kurt Polat Güneş Aksoy`),
  languages: ['tr'],
}

export const moroccan: NameSet = {
  girls: listed(`Amira, Inaya, Aya, Yasmina, Malak, Nour, Salma, Hafsa, Lina, Safae, Imane, Rania,
    Jannah, Soumaya`),
  boys: listed(`Mohammed, Amine, Ilyas, Adam, Rayan, Bilal, Yassin, Ayoub, Younes, Ismail, Zakaria,
    Hamza, Anas, Mohammed Amine`),
  women: listed('Fatima Naima Samira Khadija Malika Najat Karima Loubna Hanan'),
  men: listed('Mohamed Rachid Said Abdellah Karim Hassan Driss Mustapha Nordin'),
  families:
    listed(`El Amrani, El Idrissi, Benali, Bouzid, Bouali, Chaoui, Tahiri, El Ouali, Azzouzi,
    Belhaj, Ait Taleb, Zahiri, Amghar, El Khattabi, Haddouch, Bennani, Ouchen`),
  languages: ['ar', 'rif'],
}

export const polish: NameSet = {
  girls: listed('Zuzanna Julia Zofia Hanna Maja Lena Alicja Oliwia Amelia Aleksandra'),
  boys: listed('Antoni Jakub Szymon Franciszek Filip Wojciech Mikołaj Kacper Stanisław'),
  women: listed('Agnieszka Katarzyna Małgorzata Joanna Magdalena Beata'),
  men: listed('Piotr Krzysztof Tomasz Paweł Marcin Łukasz'),
  families: listed(`Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak
    Dąbrowski Kozłowski Jankowski Mazur Krawczyk`),
  feminine: (family) => family.replace(/ki$/, 'ka'),
  languages: ['pl'],
}

export const syrian: NameSet = {
  girls: listed('Rima Layan Sham Tala Maryam Rahaf Hala Jana'),
  boys: listed('Omar Khaled Ahmad Yazan Majd Kareem Tarek Zain'),
  women: listed('Rana Hiba Nour Samar Lubna Ghada'),
  men: listed('Mahmoud Basel Firas Hussam Anas Nidal'),
  families: listed(`Al Hamwi, Haddad, Khoury, Al Masri, Darwish, Al Khatib, Shami, Nasser, Al Ahmad,
    Sabbagh`),
  languages: ['ar'],
}
