/*
 * Passwords that everybody tries first, for a check that works offline.
 *
 * From the password dictionary of @zxcvbn-ts/language-common 4.1.3, MIT License,
 * Copyright (c) 2012-2016 Dan Wheeler and Dropbox, Inc., Copyright (c) 2021 @zxcvbn-ts; the words
 * of Dutch, Flemish and Swedish schools were added. Shorter ones need no place here, since a
 * password has at least twelve characters.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Common passwords of twelve characters and more. */
export const commonPasswords = words(`
  01telemike01 050605rostik 123123qweqwe 123321qweewq 1234567890qaz 1234567890qw 1234567890qwe
  1234567890qwerty 1234567890zzz 123456789aaa 123456789abc 123456789asd 123456789qaz 123456789qqq
  123456789qwe 123456789qwer 123456789qwerty 123456789zxc 1234567qwertyu 123456qwerty 123456zxcvbn
  1234qwerasdf 1234qwerasdfzxcv 123ewqasdcxz 123qwe456rty 123qweasdzxc 123qwerty123 12qw34er56ty
  19960610ilja 1a2a3a4a5a6a 1a2s3d4f5g6h 1q2w3e4r5t6y 1qa2ws3ed4rf 1qa2ws3ed4rf5tg 1qaz2wsx3edc
  1qaz2wsx3edc4rfv 1qazxsw23edc 1qazxsw23edcvfr4 23176djivanfros 23wkoa0fp78dk 32615948worms
  41d8cd98f00b 4815162342lf 4815162342lost 59382113kevinp 6215mila6215 89063032220m 89231243658s
  89876065093rax 89semtsriuty a1s2d3f4g5h6 abc123456789 admin18533362 administrator
  aksjdlasdakj89879 alpha135792468 amadeusptfcor an83546921an13 andrewjackie antananarivu
  anytimetoday asdfgh123456 asdfghjkl123 auckland2010 avrillavigne badiman28200 bhrh0h2oof6xbqjeh
  blacksonblon bltynbabrfwbz boy4u2ownnyc bpgjldsgjldthnf bullnuts2003 businessbabe cheeseburger
  chesterfield chickenwing101 christopher1 civilization cjdthitycndj cnfc35762209 combat123654
  configuratio construction contortionist corperfmonsy cosmopolitan counterstrike devilmaycry4
  digitalprodu dkflbvbhjdbx dkflbvbhjdyf domainlock2005 edwardcullen entertainment fatima753357
  finalfantasy findaupair007 fkmnthyfnbdf fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf flvbybcnhfnjh
  foreveryoung frederiksberg fucktheworld fuckyoubitch fynfyfyfhbde gfhfktkjuhfv ghbdtnrfrltkf
  ghhh47hj7649 ghjatccbjyfk ghjcnjgbpltw ghjcnjgfhjkm ghjcnjqgfhjkm ghjcnjrdfibyj ghjnbdjcnjzybt
  ghtdtlvtldtl gjkysqgbpltw greenlantern gthtrfnbgjkt gtnhjpfdjlcr hd764nw5d7e1vb1 hd764nw5d7e1vbv
  hedimaptfcor iampurehaha2 iloveboobies ilovemyfamily ingodwetrust installdevic installsqlst
  intelligence international ipo54tj45uy856 iseedeadpeople jamesbond007 josephphone7 justinbieber
  ktjynsq40147 leavemealone lhbjkjubz2957704 lost4815162342 love777321777 lytdybrbdfvgbhf
  lytghjgtnhjdcr mailcreated5240 maprchem56458 massimiliano masterbaiting masterbating
  masturbation maurolarastefy mevefalkcakk michaeljackson minecraft123 minnesota_hp
  momsanaladventure morganstanley mortalkombat motherfucker msoracle32re msorcloledbr
  ne_e_pod_chehyl necronomicon needforspeed nemvxyheqdd5oqxyxyzi networkingpe newproject2004
  nhbujyjvtnhbz nhecsyfujkjdt nhfdvfnjkju123 nhfycajhvths nick1234-rem936 nightcrawler
  nondriversig ntktdbpjh1994 olcrackmaster ontheoutside paraklast1974 password1234 passwordassword
  passwordpassword passwordstandard peanutbutter pfqwtd27121988 philadelphia playstation2
  playstation3 polniypizdec0211 polniypizdec1102 polniypizdec110211 pornographic professional
  ptybnxtvgbjy punksnotdead q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0
  qawsedrftgyh qaz123wsx456 qazwsx123456 qazwsxedc123 qazwsxedcrfv qazwsxedcrfvtgb qazxswedc123
  qazxswedcvfr qwaszxerdfcv qweasdzxc123 qwerasdfzxcv qwertasdfgzxcvb qwerty123456 qwerty123456789
  qwertyasdfgh qwertyuiop10 qwertyuiop12 qwertyuiop123 qwertyuiop12345 qwertyytrewq residentevil
  rfnthbyf1988 ronaldinho10 sanfrancisco satisfaction saun24865709 scandinavian schoolgirlie
  sdicmt7seytn seemnemaailm sojdlg123aljg sonnenschein sonyericsson specialinsta stickdaddy77
  stinkyfinger stratocaster supernatural systemofadown temppassword thecakeisalie ticketmaster
  transformers unbelievable vanyarespekt vfvfvskfhfve vladimirovna warhammer40k wazzkaprivet
  websolutions websolutionssu webuivalidat weihnachtsbau weihnachtsbaum whosyourdaddy xxxp455w0rd5
  z1x2c3v4b5n6 z1x2c3v4b5n6m7 zaq12wsxcde3 zaq1xsw2cde3 zaqwsxcderfv zcfvfzkexifz zqjphsyf6ctifgu
  zxcasdqwe123 zxcvbn123456 zxcvbnm123456789 zxcvbnmmnbvcxz
`)

/** Common words, which digits and signs around them hardly make harder to guess. */
export const commonWords = words(`
  access accord action adidas administratie adrian airborne alaska albert alexande alexander
  alexandr alexis alicia allison alyssa amanda america amsterdam anderson andre andrea andrew
  andrey angel angela angels animal anthony antonio antwerpen apollo apple apples april arizona
  arsenal arthur asdasd asdfasdf asdfg asdfgh asdfghjk asdfghjkl ashley asshole assman august
  augustus austin autumn avalon awesome azerty babygirl badass badboy badger bailey balie banana
  bandit barbara barney baseball basisschool bastard batman baxter beatles beaver beavis belgie
  benjamin bigboy bigdaddy bigdick bigdog bigred bigtits billy birdie bishop bitch bitches biteme
  black blazer blowjob blowme bollocks bonnie boobies booboo boobs booger boogie boomer boston
  bradley brandon brandy braves brenda brian brittany bronco broncos brooke brooklyn brussel
  brutus bubba bubbles buddha buddy budlight buffalo bulldog bulldogs bullet bullshit buster
  butter butthead calvin camaro cameron canada captain carlos carmen carolina caroline carter
  cartman casper cassie celtic champion chance charles charlie cheese chelsea cherokee cherry
  chester chevy chicago chicken chopper chris christ christin claire claudia cocacola coffee
  college colorado compaq computer connor cookie cooper copper corvette cougar courtney cowboy
  cowboys creative cricket crystal cumshot dakota dallas dancer daniel danielle darkness david
  death debbie december denise dennis denver destiny dexter diablo diamond dickhead diesel digger
  digital directeur disney doctor doggie dolphin dolphins domino donald donkey douglas dragon
  dreamer dreams driver drowssap drummer ducati duncan eagle eagles eclipse edward einstein
  elephant elever elizabet elvis eminem empire enigma enter eugene everton expedition explorer
  extreme falcon family fantasy februari fender ferrari feyenoord fireman fishing fktrcfylh
  florida flower fluffy flyers football forest forever fotboll francis frank frankie franklin
  fredag freddy freedom freeuser friday friend friends froggy fucker fucking fuckme fuckoff
  fuckyou fylhtq gabriel galore gandalf garfield gateway gators geheim gemini general genesis
  genius gent george georgia gfhjkm ghbdtn giants gibson ginger girls godzilla golden golfer
  goober google gordon goteborg green gregory groep guinness guitar gunner hammer hannah happy
  hardcore harley hawaii heather heaven hello helpme hemligt hentai herfst hitman hockey homer
  honda hooters horney horny horses hosten hotdog hotrod house houston howard hummer hunter iceman
  iloveyou indian infinity internet ireland ironman iwantu jackass jackie jackson jaguar james
  januari jasmine jason jasper jeffrey jennifer jeremy jessica jessie jester jesus jimmy johnny
  johnson jonathan jordan joseph joshua juffrouw junior jupiter justice justin juventus karina
  kawasaki kelly kermit kevin killer kimberly kinderen kirill kitten kitty klas klaster knight
  kristina lacrosse lakers lararen lasvegas lauren leerkracht leerling legend lente leslie letmein
  liberty lifehack little liverpoo liverpool lizard logitech london losenord louise lovely loveme
  lover lovers loveyou lucky maandag maart maddog madison madonna maggie magic magnum malmo mandag
  marcus marina marine marines marlboro marley marshall martin marvin maryjane master matrix
  matthew maverick maximus maxwell meester melanie melissa member mercedes mercury merlin metallic
  metallica mexico michael michelle michigan mickey midnight miller minecraft mitchell molly
  monday money monica monkey monster montana morgan mother motorola mountain mozart muffin murphy
  music mustang naruto nascar natalie natasha nathan naughty nederland nelson nemesis newyork
  nicholas nicole nigger nikita nintendo nirvana nissan norman nothing november october office
  oksana oktober oliver olivia online orange packers pakistan pamela pantera panther panthers
  panties paradise parker passion passport password patches patricia patrick patriots peaches
  peanut pearljam penguin penis people pepper peter phantom phoenix pimpin pirate platinum playboy
  player please pokemon police poohbear pookie poopoo popcorn porno porsche power predator prince
  princess principal private pumpkin purple pussy qazwsx qazwsxedc qazxsw qwaszx qweasd qweasdzxc
  qweqwe qwert qwerty qwertyu qwertyui qwertyuiop rabbit rachel racing raider raiders rainbow
  ranger rangers rascal rebecca reddog redrum redskins redsox redwings reggie rektor richard
  robert rocket rocky roland rosebud rotterdam runner ruslan russell russia sabrina saints
  samantha sammy samson samsung samuel sandman sandra sarah saturn scarface school schoolkind
  scooby scooter scorpio scorpion scotland scott scotty secret secretariaat security semperfi
  september sergey sexsex shadow shannon sharon shelby shithead shorty sierra silver simple
  simpson simpsons skipper skippy skolan skyline slayer slipknot smith smokey smooth snickers
  sniper snoopy snowball soccer softball sommar sophie spanky sparky speedy spencer spider
  spiderma spirit spitfire spooky spring stalker stanley stargate startrek starwars steelers
  stella stephen steve steven stinky stockholm stupid success sucker suckit summer sunshine super
  superman surfer suzuki sverige svetlana sweet swordfis sydney system taylor teacher tennis
  teresa tester testing theman therock thomas thumper thunder tiffany tiger tigers tigger timothy
  tinker titanic tomcat topgun toyota travis trinity trouble tucker turtle united utrecht valentin
  vampire vanessa veronica vfhbyf victor victoria viking vikings vincent vinter viper virginia
  vision vlaanderen vladimir voetbal voodoo voyager vrijdag wachtwoord walker walter warcraft
  warrior water welcome welkom westside whatever wildcats william williams willie willow wilson
  winner winston winter wizard wolverin xavier yamaha yankee yankees yellow yfnfif zachary zombie
  zomer zxcvbn zxcvbnm
`)
