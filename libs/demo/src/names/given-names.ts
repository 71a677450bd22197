/**
 * Generated: the hundred commonest first names of those born in England and Wales about each year, commonest first.
 * 1924 to 1994: Office for National Statistics, historic top 100 names, Open Government Licence v3.0. 2004 and 2014: the
 * CRAN package sdglinkage 0.1.0 (MIT licence; names provided by the Office for National Statistics).
 */
// prettier-ignore
export const GIVEN_NAMES: readonly (readonly [born: number, sex: 'female' | 'male', names: string])[] = [
  [1924, 'female',
    'Margaret Mary Joan Joyce Dorothy Kathleen Doris Irene Elizabeth Eileen Betty Jean Marjorie Gladys Doreen Vera ' +
    'Elsie Barbara Winifred Edna Audrey Edith Florence Phyllis Lilian Hilda Olive Annie Violet Alice Patricia Ivy ' +
    'Muriel Iris Evelyn Peggy Catherine Ethel Beryl Gwendoline Ellen Sylvia Sheila Rose Constance Frances Lily Freda ' +
    'Marion Nancy Grace Beatrice Sarah Agnes Ruth May Nora Brenda Jessie Pamela Anne Helen Marie Mabel Eva Maria Ruby ' +
    'Nellie Hazel Emily Josephine Daphne Jane Ada Pauline Ann Enid Gertrude Rita June Stella Norah Mavis Thelma ' +
    'Mildred Bridget Monica Daisy Eleanor Lillian Alma Lucy Dora Christine Maureen Janet Rosemary Hannah Sybil Amy',
  ],
  [1924, 'male',
    'John William George James Thomas Ronald Kenneth Robert Arthur Frederick Peter Edward Albert Charles Leslie ' +
    'Joseph Stanley Eric Frank Dennis David Norman Ernest Henry Leonard Harold Alfred Raymond Donald Harry Reginald ' +
    'Richard Jack Walter Cyril Geoffrey Alan Douglas Gordon Michael Roy Bernard Francis Patrick Sidney Herbert ' +
    'Maurice Clifford Anthony Victor Gerald Derek Philip Alexander Wilfred Edwin Samuel Denis Sydney Cecil Colin ' +
    'Lawrence Fred Ralph Desmond Brian Percy Terence Christopher Horace Hugh Daniel Andrew Derrick Allan Stephen Ivor ' +
    'Vincent Trevor Basil Arnold Roland Benjamin Edgar Ian Keith Hubert Paul Martin Lionel Mohammed Graham Howard ' +
    'Alec Gilbert Edmund Ivan Lewis Owen Laurence',
  ],
  [1934, 'female',
    'Margaret Jean Mary Joan Patricia Sheila Barbara Doreen June Shirley Dorothy Joyce Maureen Elizabeth Audrey ' +
    'Brenda Kathleen Sylvia Eileen Pamela Betty Beryl Ann Irene Janet Anne Rita Pauline Mavis Iris Marjorie Valerie ' +
    'Doris Marion Marina Catherine Vera Josephine Edna Lilian Norma Rosemary Phyllis Hazel Evelyn Edith Olive ' +
    'Winifred Florence Ruth Elsie Muriel Marie Daphne Frances Christine Thelma Gladys Maria Gwendoline Hilda Violet ' +
    'Helen Rose Cynthia Alice Gillian Enid Annie Yvonne Freda Ellen Ivy Jane Peggy Sarah Marlene Nancy Bridget Diana ' +
    'Grace Teresa Veronica Agnes Angela Constance Jennifer Marian Jill Wendy Ethel Joy Jacqueline Gloria Lily Molly ' +
    'Heather May Monica Judith',
  ],
  [1934, 'male',
    'John Peter William Brian David James Michael Ronald Kenneth George Robert Thomas Alan Derek Raymond Anthony Roy ' +
    'Donald Dennis Edward Gordon Terence Joseph Frederick Arthur Colin Eric Richard Charles Norman Leslie Patrick ' +
    'Geoffrey Frank Albert Keith Leonard Bernard Stanley Gerald Reginald Francis Maurice Douglas Henry Malcolm Ernest ' +
    'Harold Alfred Graham Harry Jack Barry Walter Ian Philip Christopher Bryan Trevor Clifford Cyril Victor Paul ' +
    'Denis Allan Alexander Roger Mohammed Sidney Clive Daniel Lawrence Herbert Edwin Samuel Ralph Derrick Abdul ' +
    'Andrew Martin Hugh Robin Neville Stephen Vincent Jeffrey Ivor Desmond Wilfred Sydney Ivan Barrie Royston Cecil ' +
    'Neil Noel Fred Arnold Rodney Alec',
  ],
  [1944, 'female',
    'Margaret Patricia Christine Mary Jean Ann Susan Janet Maureen Barbara Valerie Carol Sandra Pauline Elizabeth ' +
    'Joan Pamela Jennifer Kathleen Anne Sheila Brenda Gillian Linda Jacqueline Sylvia Carole Eileen Wendy Judith ' +
    'Dorothy June Joyce Irene Diane Rosemary Angela Doreen Shirley Marion Rita Catherine Yvonne Josephine Helen Beryl ' +
    'Hazel Frances Janice Elaine Diana Veronica Jane Marilyn Lesley Norma Maria Heather Gloria Marie Marjorie Hilary ' +
    'Jill Cynthia Ruth Mavis Audrey Marlene Betty Julia Evelyn Penelope Lynda Christina Jeanette Carolyn Iris Anita ' +
    'Denise Kay Marian Vera Teresa Georgina Sally Sarah Bridget Lilian Monica Joy Glenys Julie Vivienne Daphne ' +
    'Caroline Phyllis Gwendoline Geraldine Doris Muriel',
  ],
  [1944, 'male',
    'John David Michael Peter Robert Anthony Brian Alan William James Richard Kenneth Roger Keith Colin Christopher ' +
    'Raymond Terence Thomas Barry George Graham Ian Malcolm Geoffrey Ronald Derek Paul Edward Roy Patrick Philip ' +
    'Trevor Dennis Leslie Joseph Bernard Charles Eric Stephen Martin Frederick Norman Gordon Andrew Frank Arthur ' +
    'Rodney Gerald Clive Jeffrey Douglas Donald Francis Stuart Victor Robin Allan Leonard Stanley Albert Maurice ' +
    'Henry Howard Harry Alexander Kevin Clifford Nigel Barrie Reginald Ernest Alfred Adrian Harold Nicholas Timothy ' +
    'Melvyn Bryan Neil Jack Daniel Lawrence Hugh Denis Walter Mohammed Terry Edwin Ralph Ivan Bruce Phillip Vincent ' +
    'Gary Tony Samuel Cyril Sidney Royston',
  ],
  [1954, 'female',
    'Susan Linda Christine Margaret Janet Patricia Carol Elizabeth Mary Anne Ann Jane Jacqueline Barbara Sandra ' +
    'Gillian Pauline Elaine Lesley Angela Pamela Helen Jennifer Valerie Jean Catherine Julie Kathleen Denise Maureen ' +
    'Judith Wendy Diane Sheila Janice Lynn Karen Yvonne Lynne Shirley Marion Maria Rosemary Carole Joan Marilyn June ' +
    'Lorraine Lynda Sally Marian Brenda Alison Teresa Julia Heather Marie Eileen Deborah Kathryn Hilary Caroline ' +
    'Sharon Sylvia Ruth Irene Dorothy Sarah Frances Josephine Jill Joyce Hazel Annette Beverley Gail Rita Geraldine ' +
    'Diana Carolyn Christina Penelope Jeanette Suzanne Amanda Dawn Theresa Anna Joy Doreen Fiona Cheryl Kay Glynis ' +
    'Anita Stephanie Nicola Veronica Andrea Audrey',
  ],
  [1954, 'male',
    'David John Stephen Michael Peter Robert Paul Alan Christopher Richard Anthony Andrew Ian James William Philip ' +
    'Brian Keith Graham Kevin Martin Colin Steven Thomas Kenneth Raymond Nigel Geoffrey Terence Trevor Malcolm Mark ' +
    'Barry Gary George Nicholas Derek Charles Patrick Timothy Roger Leslie Ronald Clive Edward Neil Joseph Jeffrey ' +
    'Stuart Roy Gordon Jonathan Simon Adrian Dennis Mohammed Phillip Allan Robin Gerald Francis Eric Bernard Donald ' +
    'Frank Norman Frederick Howard Douglas Jeremy Alexander Arthur Daniel Abdul Martyn Leonard Lawrence Gerard Tony ' +
    'Bryan Clifford Garry Henry Mohammad Gareth Stanley Vincent Victor Hugh Mohamed Stewart Terry Albert Gregory ' +
    'Maurice Julian Denis Glenn Antony Harry',
  ],
  [1964, 'female',
    'Susan Julie Karen Jacqueline Deborah Tracey Jane Helen Diane Sharon Tracy Angela Sarah Alison Caroline Amanda ' +
    'Sandra Linda Catherine Elizabeth Carol Joanne Wendy Janet Dawn Christine Nicola Gillian Sally Maria Michelle ' +
    'Debra Paula Anne Lorraine Patricia Mary Denise Margaret Ann Beverley Donna Elaine Fiona Jennifer Lesley Louise ' +
    'Mandy Tina Jayne Suzanne Andrea Pauline Lisa Claire Kim Julia Teresa Heather Kathryn Lynn Ruth Yvonne Judith ' +
    'Melanie Marie Pamela Carole Barbara Gail Lynne Clare Janice Rachel Jill Katherine Kathleen Shirley Annette ' +
    'Carolyn Anna Sara Valerie Cheryl Jeanette Kay Anita Maxine Frances Joanna Theresa Debbie Lynda Maureen Rosemary ' +
    'Michele Laura Rebecca Sheila Stephanie',
  ],
  [1964, 'male',
    'David Paul Andrew Mark John Michael Stephen Ian Robert Richard Christopher Peter Simon Anthony Kevin Gary Steven ' +
    'Martin James Philip Alan Neil Nigel Timothy Colin Graham Jonathan Nicholas William Adrian Brian Stuart Keith ' +
    'Thomas Patrick Sean Carl Trevor Wayne Shaun Kenneth Barry Derek Dean Raymond Antony Jeremy Joseph Edward Lee ' +
    'Terence Matthew Daniel George Russell Charles Jeffrey Clive Phillip Craig Roger Julian Geoffrey Karl Malcolm ' +
    'Darren Tony Adam Robin Garry Roy Vincent Mohammed Gordon Duncan Leslie Alexander Gregory Gareth Ronald Douglas ' +
    'Francis Stewart Graeme Guy Terry Martyn Eric Allan Gerard Gerald Howard Jason Iain Glenn Dennis Gavin Bruce ' +
    'Donald Dominic',
  ],
  [1974, 'female',
    'Sarah Claire Nicola Emma Lisa Joanne Michelle Helen Samantha Karen Amanda Rachel Louise Julie Clare Rebecca ' +
    'Sharon Victoria Caroline Susan Alison Catherine Elizabeth Deborah Donna Tracey Tracy Angela Jane Zoe Kerry ' +
    'Melanie Sally Jennifer Dawn Andrea Suzanne Lucy Joanna Anna Charlotte Paula Katherine Maria Marie Fiona Kelly ' +
    'Natalie Kathryn Jacqueline Wendy Sara Hayley Laura Natasha Ruth Lorraine Tina Rachael Anne Stephanie Kirsty ' +
    'Christine Julia Gillian Cheryl Hannah Vanessa Ann Jayne Diane Heather Sandra Teresa Kate Linda Mary Elaine ' +
    'Georgina Emily Katie Alexandra Nichola Carol Sophie Heidi Kim Tanya Patricia Beverley Leanne Denise Tara Clair ' +
    'Sonia Debbie Lesley Anita Lindsey Debra',
  ],
  [1974, 'male',
    'Paul Mark David Andrew Richard Christopher James Simon Michael Matthew Stephen Lee John Robert Darren Daniel ' +
    'Steven Jason Nicholas Jonathan Ian Neil Peter Stuart Anthony Martin Kevin Craig Philip Gary Scott Wayne Timothy ' +
    'Benjamin Adam Alan Dean Adrian Carl Thomas William Graham Alexander Colin Jamie Gareth Justin Barry Christian ' +
    'Karl Brian Edward Keith Marc Nigel Sean Shaun Nathan Joseph Russell Mohammed Jeremy Phillip Damian Shane Duncan ' +
    'Patrick Julian Dominic Charles Marcus Gavin Tony Antony Robin Trevor Glen Iain Ryan Martyn Gregory Samuel George ' +
    'Oliver Raymond Abdul Mathew Stewart Malcolm Garry Leon Brett Terry Kenneth Luke Roger Glenn Leigh Terence Derek',
  ],
  [1984, 'female',
    'Sarah Laura Gemma Emma Rebecca Claire Victoria Samantha Rachel Amy Jennifer Nicola Katie Lisa Kelly Natalie ' +
    'Louise Michelle Hayley Hannah Helen Charlotte Joanne Lucy Elizabeth Leanne Danielle Donna Katherine Clare ' +
    'Stephanie Stacey Lauren Joanna Kerry Emily Catherine Sophie Anna Jessica Zoe Kirsty Kimberley Kate Jenna ' +
    'Caroline Natasha Rachael Amanda Kathryn Karen Alexandra Jodie Alison Sara Jemma Carly Heather Holly Ruth Fiona ' +
    'Melissa Angela Suzanne Katy Marie Naomi Cheryl Melanie Sally Julie Charlene Jade Sian Tracey Eleanor Deborah ' +
    'Maria Lindsey Abigail Lindsay Susan Alice Georgina Aimee Jane Kim Carla Christine Dawn Tanya Jenny Andrea ' +
    'Lyndsey Jacqueline Lynsey Chloe Mary Leah Toni',
  ],
  [1984, 'male',
    'Christopher James David Daniel Michael Matthew Andrew Richard Paul Mark Thomas Adam Robert John Lee Benjamin ' +
    'Steven Jonathan Craig Stephen Simon Nicholas Peter Anthony Alexander Gary Ian Ryan Luke Jamie Stuart Philip ' +
    'Darren William Gareth Martin Kevin Scott Dean Joseph Jason Neil Samuel Carl Ben Sean Timothy Oliver Ashley Wayne ' +
    'Edward Shaun Aaron Mohammed Gavin Liam Nathan Alan Graham Ross Karl Marc Adrian Phillip Patrick Lewis Colin ' +
    'Russell Charles Shane George Sam Mathew Jack Ricky Dale Tony Joshua Alex Dominic Barry Leon Mohammad Terry ' +
    'Gregory Danny Brian Keith Antony Kieran Justin Bradley Jordan Martyn Leigh Abdul Damien Stewart Robin Iain',
  ],
  [1994, 'female',
    'Rebecca Lauren Jessica Charlotte Hannah Sophie Amy Emily Laura Emma Chloe Sarah Lucy Katie Bethany Jade Megan ' +
    'Alice Rachel Samantha Danielle Holly Abigail Olivia Stephanie Elizabeth Victoria Natasha Georgia Zoe Natalie ' +
    'Eleanor Shannon Paige Georgina Gemma Nicole Chelsea Kirsty Alexandra Melissa Jennifer Hayley Louise Katherine ' +
    'Jodie Grace Anna Molly Amber Jasmine Kayleigh Kelly Harriet Ashleigh Catherine Leah Nicola Francesca Naomi Kate ' +
    'Abbie Claire Leanne Rachael Rosie Aimee Ellie Sian Kimberley Lydia Hollie Stacey Bethan Amelia Beth Kathryn ' +
    'Heather Lisa Helen Ella Robyn Chantelle Ellen Daisy Demi Courtney Gabrielle Yasmin Lily Rhiannon Maria Kerry ' +
    'Imogen Rebekah Jordan Joanna Caitlin Jemma Toni',
  ],
  [1994, 'male',
    'Thomas James Jack Daniel Matthew Ryan Joshua Luke Samuel Jordan Adam Michael Alexander Christopher Benjamin ' +
    'Joseph Liam Jake William Andrew George Lewis Oliver David Robert Jamie Nathan Connor Jonathan Harry Callum Aaron ' +
    'Ashley Bradley Jacob Kieran Scott Sam John Ben Mohammed Nicholas Kyle Charles Mark Sean Edward Stephen Richard ' +
    'Alex Peter Dominic Joe Reece Lee Rhys Steven Anthony Charlie Paul Craig Jason Dale Ross Cameron Louis Dean Conor ' +
    'Shane Elliot Patrick Max Shaun Henry Simon Timothy Mitchell Billy Philip Joel Josh Marcus Dylan Carl Elliott ' +
    'Brandon Martin Toby Stuart Gareth Danny Christian Tom Declan Karl Mohammad Mathew Jay Owen Darren',
  ],
  [2004, 'female',
    'Olivia Mia Molly Isabelle Elizabeth Isobel Maddison Harriet Maya Jade Victoria Skye Milly Gemma Lois Martha ' +
    'Kaitlyn Elle Alyssa Annabelle Jenna Zainab Gabriella Willow Abi Beatrice Nina Talia Kathryn Daniella Tiffany ' +
    'Jamie Orla Tallulah Helena Lisa Shelby Nicola Helen Aoife Alexia Leanne Joanna Nell Priya Zaynab Kiara Khadijah ' +
    'Billie Amanda Ana Kerry Hazel Samira Angela Tianna Lexie Haleema Chanelle Diya Flora Brianna Margaret Miranda ' +
    'Amirah Roxanne Piper Aishah Zoya Lilian Davina Joanne Elinor May Ariana Drew Edith Bobbi Cora Enya Kaylee Selina ' +
    'Phoenix Saima Chelsie Chantel Rabia Mathilda Tatiana Penny Valentina Abida Rhianne Izabelle Saarah Ophelia ' +
    'Jannat Ellouise Esmee Amrit',
  ],
  [2004, 'male',
    'Daniel Benjamin Mohammed Alfie Louis Muhammad Finlay Noah Taylor Jonathan Reuben Hayden Christian Lee Paul ' +
    'Ashton Abdul Ahmed Shay Calum Kevin Will Seth Luis Aryan Mustafa Eric Cain Usman Kayden Ian Dafydd Sameer Xander ' +
    'Kaden Khalid Gregory Ryley Kyran Sahil Prince Abdirahman Haroon Fynn Jon Kurt Rayyan Ricardo Lachlan Abbas ' +
    'Deacon Rian Fred Kyron Talha Tyreece Micah Sachin Ayden Yaseen Eesa Miguel Findlay Jakub Lorcan Aadil Edmund ' +
    'Raul Alexis Grant Oisin Kody Huzaifah Branden Kobi Zakariyya Kaif Greg Darcy Krish Ronny Vishal Vinay Darragh ' +
    'Manav Giorgio Anees Abdulahi Murphy Enzo Marwan Khaled Sydney Maurice Chay Cristiano Murtaza Siddharth Kyal ' +
    'Yisroel',
  ],
  [2014, 'female',
    'Isabella Freya Phoebe Charlotte Lilly Abigail Emilia Megan Violet Maria Francesca Sarah Elsa Alexandra Madison ' +
    'Seren Clara Orla Alisha Georgina Alyssa Angel Myla Lana Cora Katherine Casey Nikola Kiara Lillian Tegan ' +
    'Gabrielle Audrey Ela Skyler Livia Wiktoria Eryn Aya Jannat Daria Anabelle Haleema Ida Emaan Zoey Princess Pola ' +
    'Adele Juliet Rubie Farah Kaitlin Nellie Abby Neriah Shelby Ayva Marlie Zahraa Marina Ashley Heather Stevie ' +
    'Jannah Elaina Patricia Safiyah Husna Taliyah Una Saarah Aishah Camille Sia Madiha Aamina Zarah Chantelle Jia ' +
    'Devon Hawwa Mahi Hadia Keeva Jada Tamsin Kaira Martina Misha Celine Tatiana Faiza Kamila Jaime Joyce Gabija ' +
    'Zunaira Sharon Hetty',
  ],
  [2014, 'male',
    'Joshua Freddie Sebastian Elijah Tommy Gabriel Connor Aiden Joel Reggie Billy Rocco Brody Abdullah Hayden Zain ' +
    'Leonardo Yahya Jay Maximus Marcel Umar Richard Aleksander Idris Haris Zachariah Euan Ivan Bodhi Aston Angus ' +
    'Alistair Barney Mikolaj Steven Kobe Armaan Darius Bryan Kaden Dalton Kristian Alexandru Issac Lachlan Byron Rian ' +
    'Archibald Dawson Mikaeel Mario Mathew Rayaan Bruce Anton Alessandro Brendan Alby Adyan Tyrese Kenny Karl Ayrton ' +
    'Ralphy Huw Iestyn Artur Milosz Steffan Kobie Eduard Etienne Maciej Nataniel Jaydan Pedro Sid Marc Alvin Seb ' +
    'Sahib Blaine Russell Ehsan Aarush Perry Darragh Denver Zephaniah Arya Ricky Rodrigo Jun Cayson Arvin Ihsan ' +
    'Zachery Griffin Aedan',
  ],
];
