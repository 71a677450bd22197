/** Everyday short forms by which people sign. Written down here from general knowledge of British usage. */
const FORMS = `
Alexander Alex Sandy Al|Alexandra Alex Sandra Lexi|Alfred Alf Alfie Fred|Alison Ali|Amanda Mandy|Amelia Millie Amy|Andrew Andy Drew
Angela Angie|Anthony Tony Ant|Antony Tony|Abigail Abi Abby|Albert Bert Bertie|Arthur Art|Barbara Barb Babs|Beatrice Bea Trixie|Benjamin Ben Benny
Bernard Bernie|Bradley Brad|Cameron Cam|Catherine Cath Cathy Kate Katie|Charles Charlie Chas Chuck|Charlotte Charlie Lottie|Christine Chris Chrissie
Christopher Chris Kit|Clifford Cliff|Daniel Dan Danny|David Dave Davy|Deborah Deb Debbie|Denise Den|Dennis Den|Derek Del|Donald Don
Dorothy Dot Dottie Dolly|Douglas Doug|Edward Ed Eddie Ted Ned|Edwin Ed|Eleanor Ellie Nell Nora|Elizabeth Liz Beth Betty Lizzie Eliza Libby|Emily Em Millie
Ethan Eth|Evelyn Evie|Florence Flo Florrie|Frances Fran Frankie|Francis Frank|Frederick Fred Freddie|Gabrielle Gabby|Geoffrey Geoff|George Georgie
Georgina Georgie Gina|Gerald Gerry|Gillian Gill Jill|Gordon Gord|Gregory Greg|Hannah Han|Harold Harry|Harriet Hattie|Henry Harry Hal|Herbert Bert
Isabella Bella Izzy|Isabelle Izzy Belle|Jacob Jake|Jacqueline Jackie Jacqui|James Jim Jimmy Jamie|Janet Jan|Janice Jan|Jason Jay|Jeffrey Jeff
Jennifer Jen Jenny|Jessica Jess Jessie|Joanna Jo Joey|Joanne Jo|John Jack Johnny|Jonathan Jon Johnny|Joseph Joe Joey|Josephine Jo Josie|Joshua Josh
Judith Judy Jude|Julia Jules|Julie Jules|Karen Kaz|Katherine Kath Kate Kathy|Kathleen Kath Kathy|Kathryn Kath Kate|Katie Kate|Kenneth Ken Kenny
Kevin Kev|Kimberley Kim|Laura Lolly|Lauren Loz|Lawrence Larry Laurie|Leonard Len Lenny|Leslie Les|Lewis Lew|Lillian Lil Lily|Linda Lin|Louise Lou
Lucy Luce|Madeleine Maddie|Malcolm Mal|Margaret Maggie Peggy Meg Marge Madge|Maria Mia|Marilyn Lyn|Martin Marty|Mary Molly Polly|Matthew Matt
Maureen Mo|Megan Meg|Melanie Mel|Melissa Mel|Michael Mike Mick Mickey|Michelle Shell Chelle|Mohammed Mo|Muhammad Mo|Mohamed Mo|Natalie Nat|Natasha Tasha
Nathan Nat|Nicholas Nick Nicky|Nicola Nicky Nic|Norman Norm|Oliver Ollie|Olivia Liv Livvy|Pamela Pam|Patricia Pat Trish Tricia|Patrick Pat Paddy
Pauline Paul|Peter Pete|Philip Phil|Phillip Phil|Phoebe Phee|Rachel Rach|Raymond Ray|Rebecca Becky Becca|Reginald Reg Reggie|Richard Rich Dick Ricky
Robert Bob Rob Bobby Robbie|Roger Rog|Ronald Ron Ronnie|Rosemary Rose Rosie|Russell Russ|Ryan Ry|Samantha Sam Sammy|Samuel Sam Sammy|Sandra Sandy
Sarah Sally|Sharon Shaz|Sheila Shei|Shirley Shirl|Sidney Sid|Simon Si|Sophie Soph|Stanley Stan|Stephanie Steph|Stephen Steve Stevie|Steven Steve
Stuart Stu|Susan Sue Susie|Suzanne Sue Suzie|Sylvia Syl|Terence Terry|Teresa Terri Tess|Theresa Terri Tess|Thomas Tom Tommy|Timothy Tim|Tracey Trace
Valerie Val|Vanessa Nessa|Victor Vic|Victoria Vicky Tori|Vincent Vince|Vivienne Viv|Walter Wally Walt|Wendy Wend|William Bill Will Billy Liam|Winifred Win Winnie
Yvonne Von|Zachary Zac Zak|Katarzyna Kasia|Agnieszka Aga|Magdalena Magda|Krzysztof Chris|Piotr Peter|Alexandru Alex|Emmanuel Manny|Oleksandr Sasha|Miguel Mike`;

const byName = new Map<string, readonly string[]>();
for (const entry of FORMS.split(/[|\n]/)) {
  const [name, ...forms] = entry.trim().split(' ');
  if (name) byName.set(name, forms);
}

/** Short forms of a first name; empty where it has none. */
export function nicknamesOf(givenName: string): readonly string[] {
  return byName.get(givenName) ?? [];
}
