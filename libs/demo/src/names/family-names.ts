/**
 * Generated from the surname frequencies of the CRAN package sdglinkage 0.1.0 (MIT licence; its manual says that the names
 * were provided by the Office for National Statistics): 4033 surnames of England and Wales, commonest first.
 *
 * A number is the bearers per 100,000 people of each surname after it.
 */
// prettier-ignore
export const FAMILY_NAMES =
  '1302 Smith 1032 Jones 817 Taylor 734 Williams 679 Brown 566 Davies 414 Evans 406 Wilson 393 Thomas 392 Roberts 384 Johnson 354 ' +
  'Lewis 349 Walker 335 Robinson 333 Wood 327 Thompson 325 White 324 Watson 309 Jackson 307 Wright 297 Green 288 Harris Cooper 287 ' +
  'King 285 Lee 273 Martin 272 Clarke James 268 Morgan 264 Hughes Edwards 260 Hill 258 Moore 251 Clark 245 Harrison 240 Scott 235 ' +
  'Young Morris 232 Hall 224 Ward Turner 222 Carter 218 Phillips Mitchell 214 Patel 207 Campbell Adams 206 Anderson 202 Allen 199 ' +
  'Cook 198 Bailey 196 Miller Parker 193 Davis 190 Murphy 189 Bell Price 187 Baker 186 Griffiths 183 Kelly 180 Simpson 174 Marshall ' +
  '170 Collins 169 Bennett 166 Cox 165 Richardson Fox 162 Gray 159 Rose 158 Chapman 155 Hunt 154 Robertson Shaw 153 Reynolds 152 ' +
  'Lloyd Ellis 149 Richards 148 Wilkinson Russell 144 Khan 143 Graham 141 Stewart Reid 138 Powell Murray 136 Palmer 134 Rogers Holmes ' +
  '133 Stevens 131 Walsh 129 Hunter 128 Thomson 127 Matthews 125 Ross Owen Knight Mason 124 Kennedy Butler 123 Saunders Cole Pearce ' +
  '122 Dean 121 Foster 120 Harvey 119 Hudson Gibson 118 Mills 116 Berry 115 Pearson Barnes Kaur 113 Booth Grant Dixon 112 Gordon 111 ' +
  'Lane Harper 109 Ali Hart 91 Lawson 90 Day Woods Black Rees 89 Fraser Fletcher Hussain Willis Ahmed 88 Marsh Doyle 87 Lowe Hopkins ' +
  '86 Nicholson Burns 85 Parry Jordan Newman 84 Howard 83 Henderson Barrett Burton Riley 82 Porter 81 Byrne 80 Baxter 79 Perry ' +
  'McCarthy Burke Houghton 78 Ball Elliott Cooke 77 Read Francis Gallagher Duncan 76 Sharp Austin Wallace Hawkins Hayes Sutton 75 ' +
  'Davidson Holland 74 Moss 73 May Bates Oliver Kemp Page Morrison 72 Arnold Stevenson 71 Shah Ford Flynn 70 Potter Kent Field Warren ' +
  "69 Alexander Freeman Rhodes 68 Begum Middleton 67 O'Neill Payne Stephenson Pritchard 66 Gregory Bond Webster Dunn 65 Donnelly " +
  "Lucas Long 64 Jarvis Stephens Coleman Cross 63 Bull O'Brien Reed Nicholls 62 Bartlett Bird Patterson Tucker Curtis 61 Bryant Lynch " +
  'Mackenzie Ferguson Cameron Lopez Haynes Hardy Davey 60 Bolton Heath 59 Rice Ashton French Jacobs Parsons 58 Gilbert Hodgson Robson ' +
  'Farrell McIntyre Norman 57 Walton Newton Higgins Bishop Simmons Sharma Sutherland 56 Kay Burgess Hutchinson Moran Slater Greenwood ' +
  "Kirk Fernandez Atkins Daniel Maxwell Frost 55 Garcia Beattie Todd Paul Park 54 O'Connor Charles Crawford Rowland Connolly 53 " +
  'Sheppard Rowe Sanderson Hewitt Forrest Harding Banks Humphreys Glover 52 Garner Goodwin David Mackay Jeffery Daniels Yates 51 ' +
  'Sullivan Howe Hammond Miles Brady Preston McLeod Leigh Atherton Carpenter Lambert 50 Knowles Hope Barton Finch Blake Fuller Henry ' +
  'Hobbs Morton Davison Owens Wilkins 49 Dennis Paterson Coates Howells Gough Woodward Griffin 48 Wall Christie Duffy Charlton ' +
  'Vincent Bowen Browne Rodgers Smart 47 Donaldson Wheeler Quinn Allan Bowden Gibbons Bentley Barnett Sweeney 46 Steele Hartley ' +
  'Randall Fowler Douglas Holt Baird Kerr Brennan Howell 45 Cartwright Dickson Benson Goddard Broadhurst Doherty Singh Watkins 44 ' +
  'Millar Holden Tait Reilly Thorne Wyatt Leach Hilton Adam McLean Jennings Nash 43 McGregor Hancock Silva Stuart Nelson Walters ' +
  'Lindsay Hooper 42 Seymour Dale Whelan Barlow Kenny Carroll Chadwick Abbott Mellor Boyd Perkins Mann 41 Mohamed McGrath Joyce Blair ' +
  'Weaver Little Haines Peters Savage Sanders Baldwin Thornton Whitehouse Whitehead Burrows Swift 40 Shepherd Cullen McFarlane ' +
  'Sinclair Fleming Welch Bradshaw Summers 39 Buckley Vaughan Naylor Briggs Schofield Coles Akhtar Cassidy Giles Whittaker Faulkner ' +
  'Bray Osborne Herbert 38 Rossi Hicks Bush McCann Bourne Weston Humphrey Partridge Johns Morley Welsh Rooney Fitzgerald Whittle 37 ' +
  'Spence Gardiner Armitage English Winter Singleton Kaye Craig Laing Pollard Wilkes Bright Hills Howarth 36 Best Appleton Rawlings ' +
  'Turnbull Drew Devlin Horne Lovell Kavanagh Gibbs McKenna Stanton 35 Bernard Kirby Wills Crossley Bruce Carey Piper Needham 34 ' +
  'Sawyer Joseph Fenton Connor Reeves Norris Firth Clarkson Brookes Townsend Cairns Wallis 33 Senior Dyer Guest Thorpe Parkinson ' +
  'Sykes Lees Gale Blackburn Holloway Hurst McIntosh Smyth Conway Bowman Bassett Corbett Heaton Humphries Copeland Parr Hough Burt 32 ' +
  'Fitzpatrick Tomlinson Tanner Wickens McLaughlin Collier Curry Sloan Archer Ireland Edge Stokes Cope Chandler Tyler Goodman McKay ' +
  'Stacey Noble 31 Skinner Reeve Whyte Muir Barry England Hanson Rahman Marriott Horton Shields McCallum Barr Kane Simons Pope ' +
  'McKenzie Wardle 30 Cannon Simon Farrow Hood Matthams Sims Waters Gould Malone McNeill McGill McGuire Dalton McCormack Philip ' +
  'Barclay Logan Flower Woodcock Mooney Peacock Davie Healy Neal 29 Crowther Gunn Donald Hutton Britton Currie Dunne Milne Blackmore ' +
  'Wiggins Morrow McMillan Farmer Downes Ware Sanchez Bowers Bevan Hogg McMahon Carty 28 Terry Gilmour Rigby Stott Betts Greaves ' +
  'Irvine Vickers Alcock Clegg Stubbs Strong Macgregor Marsden Brett Clayton Daly Rodriguez Munro Hubbard Rowley Bain Sharpe Childs ' +
  'Searle 27 Monaghan Bryan Weir Clay Steadman Barrow Coombes Hodge Redman Callaghan Lang Rudd McDonnell Barron Bullock Ratcliffe ' +
  'Neville Norton Larkin Robins Neale Carson Rankin Lacey Ferreira Higgs McGhee Tate 26 Richmond Draper Parkes Broughton Macleod ' +
  'Maguire Harrington Clifford Drummond Burnett Woolley Busby Peterson Preece Robbins Clements Curran Wilde Ramsay Dickinson 25 Foley ' +
  'Bannister Nichols Brook Warner Buchanan McDermott Stanley Bains Lyons Lennon Lister Ryder Pratt Mansell McCartney Metcalfe Nixon ' +
  'Hayward Mullins 24 Fulton Dupont Mohammed Fellows Prince Conroy Hastings Sheldon Povey Short Webber Eaton Wharton Simmonds Beale ' +
  'Iles Sadler Grainger Prentice Feeney Chamberlain Eastwood Levy Lynn Sumner Leonard Wade Pitt Samuels Ridley Buxton Perez Salter ' +
  'McLoughlin 23 Wormald McPherson Waller Bowler Talbot Everett Plummer Cummings Bowes Walmsley Worthington Squires Edmonds Barnard ' +
  'Horner Dunkley McKeown Whitfield York Rodrigues Casey Wicks Mustafa Milner Hodson Salt North Finney Plant Crane Whittington ' +
  'Harwood Barber Hassan Dolan Swan Meredith Michael Wheatley Corrigan Lamb Hamer Hibbert Pemberton Sheridan Macfarlane Connelly ' +
  'Browning 22 Southern Nolan Bonner Hirst Wilcox Roach Bateman Dowling McCormick Irving McLellan Duff Beaumont Rich Bean Redmond ' +
  'Dodd Gillespie Deacon Hargreaves Knott Devine Kidd Potts Mair Goulding Wainwright Fountain Crouch Hackett Boyle Duggan 21 Denton ' +
  "Rennie Calvert McManus Millington Nairn Keenan Dickens Blundell Cohen Regan Lake O'Donnell Rayner McNeil Derrick Moody Whitmore " +
  'McCabe Andrew Redfern Storey Reader Robin Gates Churchill Penn Beck Bostock Hale Fielding Whiteley Crisp Aitken Roche Bouvet Kouma ' +
  'Aldred Kearns Schmidt Franks Waring Crowe Pike Easton Odling Franklin Bone McNamara 20 Bass McPhee Kearney Langley Brewer Bear ' +
  "Finnegan Greig Dunlop Ferry Traynor Leech O'Sullivan Chester Horn Amos Keeling Greenaway Croft Lowry Cresswell McCulloch Hull " +
  'Proctor Haigh Grey Cousins McGowan Hagan Bridges Blackman Holman Spooner McArthur Frame Paine Molloy Thatcher Cornish Dawe Bellamy ' +
  'Farley Hawes Judge Ingram Markham McNally Hume Gonzalez Timms Beech Ashley Gamble Kendall Emery Sargent Hook Wagstaff Holding ' +
  'Halliday Ellwood Myers Couch Haworth Sharples Bate Jamieson Ahmad Lomas McCaffrey Almond 19 Kirkpatrick Boyce Hutchings Amin ' +
  "Pullen Lyon Burn Maughan Coulson McDougall Hampton Sheehan East Whitaker Watt O'Leary Cottrell Stamp Driscoll Woodley Findlay " +
  'Goldsmith Legge Adamson Sparrow Bloom 18 Tierney Mackie Cotton Hulme Prosser Dalby Colley Oakley Hindley Mill Santos Fawcett Moon ' +
  'Beal Nicol Braithwaite Keogh Durrant Meadows Fenwick Sherriff Bradbury Death Larsen Blanchard Waldron Partington Halliwell Hyde ' +
  'Shipley Martins Peel Handley Allman Farrington Whitworth Major Holder Carney Brandrick Wilks Dillon Knights Forster Butt Mahoney ' +
  'Melia Hollis Travers Delamarre Greene Ingham Grimes Downing Hindle Allison Mulligan Gilbey Sampson Martinez Royle Pugh Upton ' +
  'McConnell Small Drake Gibbins Mangnall Birch Forde Gibb Hickey London Kelsey Mullen McTaggart Groves Macintyre 17 Costello ' +
  'Ashcroft Raymond Abraham Wales Buck Leslie Gomez Forrester Macrae Caldwell McLaren Storer Weeks Millward Brookfield Eden Wilkie ' +
  'Chilvers Pallett Manning Karim Knox Bamford Moorhouse Mack Bedford Nott Hodgkinson Locke Wild Chauhan Squire Ramsden Maher Waugh ' +
  'Chalmers Broadley Walls Algar Pryor Valentine Chan Donovan Nunn Warburton Milward Gooding Marlow Hennessy Llewellyn Parish ' +
  'Montgomery Haslam Coulter Gillett Snowden Burr Rushton Malley Slade Gaynor Westwood Brooke Dodds Prior Osman Giblin Lander Sayers ' +
  'McFadden Baron Benjamin Ritchie Ransom Townend Friend Ansell Boulton Hogan Garrett Moriarty Court Hampson Styles Stringer Mortimer ' +
  'More Grundy Jacques Warwick Wise Moseley McRae Duke Batten 16 Strange Orchard Gleave Leith Purvis Millard Dwyer Grimshaw Hadfield ' +
  'Nesbitt Winfield Cherry Walter Forsyth Finlay Heywood Fryer Radcliffe Johnstone Cracknell Macmillan Glynn 15 Copley Nicholas ' +
  'Laycock Pollock Prevost Collett Windsor Dougal McAvoy Haddock Strachan Macarthur McKie Swann Brunet Chappell Dyson Addison Platt ' +
  'Nuttall Stanford Banner Batchelor Ogden McEwan Cowley Broadbent Lakey Griff Garland Orme Shannon Ballard Hallett Unsworth Lockwood ' +
  'Keating Deeley Howie Paton Withers Chaplin Stretton Abbas Ballantyne Merritt Docherty Samuel Gaffney Ricci Craven Goodall Downs ' +
  'Borland Hatton Rush Pond Harley Crabb Darcy Dobson Corr Rothwell Lewin Crowley Leek Bowles Eales Lawler Jacob Sadiq Smallwood ' +
  'Masters Darlington Underwood Drury Waterhouse Hussein Gorman McKee McGrady Clough Marr Marks Riches Galloway Tolley Hooton Burford ' +
  'Woodhouse Rouse Healey Hallam Sturrock Abel McAuley Bacon Glass Ewing Dubois Cummins Lightfoot Higginson Garrard Brain Wale Aslam ' +
  'Luke Alderson Costa Compton Main Crook Batty Darby Mottram Biggs Manson Stannard Caton Sylvester Mould Parnell Oldfield Button ' +
  'Frith Lavery Church Lockett Butcher Mather Close Ramsey Moreno Brock Hawtin Isaac Cochrane Carmichael Zaoui Frazer Pilkington Tuck ' +
  'Tang Beer Rashid Brooker Harry McCall Coburn 14 Sugden Cheung Steel Downie Lunn Latham Coffey Good Hinton Keane Fischer Collard ' +
  "Mathers Crocker Robb Hind Hobson Beveridge Pipe Pierce O'Hara Howden Harries Hutchison McNulty Benfield Plumb Garside Speight " +
  'Kendrick Buchan Cowan Forbes Pickett Farr Elder Judd Wakefield Foran Blakey Mansfield Parks Blythe Corcoran Kinsella Peck ' +
  'Rowlinson Southgate Bower Ricketts Toland Swales Woodford Hoult Winstanley Emerson Rutherford Odell Floyd Speed Spicer Crosby ' +
  'Worrall Toms Moffat Isherwood Smythe Tailor Raeburn Swain Truscott Cann Jardine Aston Harman Gower Connell Khalid Burman Sissons ' +
  'Ashworth Dowell Flanagan Oates Creasey Hine Cheshire Houston Hewlett Mathews Oldham Cumming Macpherson Chase Hepburn Lomax Mistry ' +
  'Kumar Fairhurst Butterworth Head Radford Featherstone Polson Lilley Kershaw Meakin Snow Longhurst Keay Pickard Durham Sewell Sands ' +
  'Michel Langton 13 Cavanagh Waterson Sisson Towers Cain Reyes Hitchcock Tyrrell Symonds Simms Core Steer Sallis Macaulay Stenhouse ' +
  'Prescott Patton 12 Metcalf Bristow McClymont Littlewood Steere Mace Cove Myatt Horrocks Blackwell Lawlor Conneely Smullen Delaney ' +
  'Sherwood Maloney Tyrer Chatterton Addis Dent Lancaster Everton Hedley Readman Wooldridge Torres Pinnock Drinkwater Rodger Waterman ' +
  'Storr Rixon Hussey Bithell Noon Hemmings Ralph Peebles Bryson Parkin Purcell Jewell Bland Harden Glenn Lunt Lester Phelan Montague ' +
  'Egan Fallows Steward Hurrell Aitchison Dick Clifton Forshaw McBain Walkden Machin Burge Boon Howes Makin Maynard Tovey Deane ' +
  'Reading Wheeldon Warden Stock Jobson Fell McCullough Foulkes Milligan Heather Tipping Hamnett McDonagh McShane Keeley Brelsford ' +
  'Dack Whalley Inman Street Fairbairn Emmerson Cowell Symes Said Dandy Bethell Hickman Turrell Paisley Kell Budd Winn Dawkins Linley ' +
  'Hawkes Murrell Doble Pointer Sharkey Bugg Hurley Ashby Dufour Maddocks Sherry Hoyle Odoherty Garbett Snell Elliot Cotterill Cahill ' +
  "Bingham Stark Doran Maclean Allwood Tennant Caddy Matheson Carling Laird Lawal Stainton Hopwood Eccles Burland O'Hare Mundy " +
  'Procter McNaught Boland Pattison Clamp Hinde Kipling Furlong Armour Olivier Hamill Gosling Ashman Woodhead Dibble Bing Keegan ' +
  'Wilton Sneddon Frampton McElroy Radley Biddle Newby Laurie Jeffries Dove Taggart Chisholm Islam Fitton Thom Rutter Tobin Farrar ' +
  "Shand Leggett Graves Redding Rafferty Magee Davenport O'Connell Tweddle Showell Stedman Sturgess Madden Sherman Bayliss Rowan " +
  'Whitham Alder Roscoe Leal Edmond Collingwood Ainley Oxley McGinty Kendell Stout Allard Mawson Down Attwood Snowdon Laverick Hanlon ' +
  'Wong McCrudden Carrington Burden Worsnop Baines Petersen Holdsworth Bickley Musgrove Aziz Felton Ferris Bainbridge Robert ' +
  "Mackintosh Hodges Perrin Linford Bramley Omeara Beamish Nicoll Platts Mackinnon Medcalf Yeatman Croucher O'Shea McMurray Geldart " +
  'Pocock Leitch McCluskey Aldridge Keir Jagger Rainey Beatty Exley Moroney Molyneux Fish Ring Milford Fretwell Cornock Wraight ' +
  'McCourt Mallinson Kingston Otoole Patrick 11 Beadle McPhail Saville Dover Glen Coll Alves Eadie Gascoyne Coward McGee Mears ' +
  'Millett Veitch Eddy Hopkinson Bill Lock Hutchins Gilmore Leake Sweeting Massey Lennox Groom Powers Fagan Curley Grady Bale Weller ' +
  'Anwar Manley Helm Lewry Crawley Waghorn Mulholland Hetherington Pinsmail Travis Sexton Galvin Ashford Wiseman Seddon Hawley Mohan ' +
  'Mercer Milsom Staff Stockley Hopes Asher Dewar Cadman McGuinness Tilley Lawther Shearer Wiltshire Till Sellars Moreton Deakin ' +
  'Fairlie Harker Worth Shea Heron Finn Last Vince Burdett Chapple Parmar McGrory Quigley Alford Halford Houlton Donohoe Ede Avery ' +
  'Thurston Gauntlett Atkin McKnight Pickering Raven Buckingham Laver Layton Wren Harrop Watters Selby Gilchrist Stafford Falconer ' +
  'Younis Rawlinson Cosgrove Dudley Peers Marley Batt Salmon March Thornley Harlow Hansen Appleby Tompkins 10 Capper Arrowsmith Munn ' +
  'Titmus Fordham Aylett Hatch Manuel Jefferies Trafford Butter Keene Cashmore Warn Macauley Line Burch Brunton Docker Stocker Albutt ' +
  'Kennett Berger Napier Edgley Spinks Cutts Crabtree Crown Milling Cockle Shanks Haggett Binney Cowie Westlake Magill Foreman Hand ' +
  'Dallas Willson Hellier Heathcote Burnham 9 Bracey Grogan Forsythe Dicker Binnington Wiles Broomfield Hinds Sterling Robe Corner ' +
  'McCafferty Jacobson Goulden Chelmy Philpott Rust Spears Doughty Breen Wray Dardenne Lincoln Rennalls Bancroft Poyser Nero Ibrahim ' +
  "Kirkbride Shakespeare Clowes Elliston Hodder Child O'Donoghue Dann Boden McEvoy Kone Huggins Christy Trotman Gallacher McCarroll " +
  'Kirwin Bromley Hawkridge Lofthouse Dougherty Galbraith Ellison Bradford Stokoe Florey Hoare Hendry Haine South Charge Benham ' +
  'Twiggs Pierre Danks Cleaver Sunderland Penney Kinghorn Pitts Mathey Crew Donnachie Broom Awad Conrad Heatley Gall Mahon Durant ' +
  'Goodridge Beresford Saxton Tarr Peach Fearnley Cheetham Sparkes Hocking Fallon Finnigan Pennell Gillan Dundon Wigley Pears ' +
  "O'Malley Bartholomew Carnegie Fearn Sellers Chidlow Leary Lovett Warriner Wadham Flaherty Oakes Thackeray Bott Tomlin Lawton Tudor " +
  'Beeston Swanson Kerridge Felix Wickham Chong Emmanuel Gammon Janes McKechnie Stuckey Salisbury Clancy Blanchet Wolf Moors Yardley ' +
  'Birchall Dorrian Dykes Pender Purnell Darbyshire Batham Carruthers Waterfield Edgar Aherne Pomphrey Liddle Spiller Mulvaney Cripps ' +
  'Denney Tomkins Weldon Bebbington Adair Eley Jarrold McCaw Cawley Aird Hannam Vine Hawker Bowey Bolt Nord Wareing France Lockhart ' +
  'Tillett Curwood Keelan Whitlock Harness Depp Greenslade Lopes Boardman Wilkin Stephen Harkness Ogrady Jeffs Daniells Ainsworth ' +
  'Rivers Walpole Dexter Cookson Stroud Hassani Skipper Dempsey Masson Boye Nisbet Wakelin Caplan Cousin Peigne Kiely Keys Bolan ' +
  'Bisson Malik Hegney Meade Pounder Corlett Geary Downey Reade Mensah Pereira Donkin Stoppard Dawes Somerville Roth Hiscocks Jarratt ' +
  'Rehman Tomes Crow Wane Dunmore Maclachlan McGougan Bonnet Alpin Dodson Ewart Whittingham Gleeson Collinson Beacham Wellman Arthur ' +
  'Cotter Lindo Klein Jeffreys Chung Bateson Dutt Deverell Carlile Turnham Skelton Biggin Adanet Ianson Calderwood McIlroy McClintock ' +
  'Noyce Monroe Askew Probert Castro Angus Downer Beach Douthwaite Birkett Errington McAree Foucher Southwick Willett Shelton Rooke ' +
  'Chugh Lovelock Paskell McHugh Skingle Cuthbertson Savidge Baylis Danby Heritage Klam Halstead Woollard Catling Hinchliffe Buttery ' +
  'Holdway Somers Rosso Lowes Dolman Swallow Kinsey Eyre Trainor Davy Stapleton Siddall Ravenscroft Tisdall Kyle Templeman Catlin ' +
  'Gifford Goldberg Hawthorne Staniforth Sainsbury Godwin Newberry Howley Anstee Legg Heffernan Linden Crawshaw Conner Hanley Wrenn ' +
  'Sweet Kelliher Champion Haley Kirkman Tinkler Greening McBeth Toal Seago Labbe McNab McDowell Kamara Beckett Leroy Dumont Vickery ' +
  'Macinnes Fernyhough Grout Rolfe Kaddour Beasley Peat Ormiston Henson Pole Mayer Broddle Duck Cobley Levett Sales Guthrie Rickards ' +
  "Glennon Gunter Caldecott Adler Seager Dervish Odriscoll Munns Gaumont O'Hagan Tempest Cunliffe Craddock Brierley McMaster Soole " +
  'Moles Pyle Linton Greenhill Sargeant Peake Callan Higson Hartshorn Hambly Tasker Henley Yarwood McGarry Wilmot Budgen Foxley ' +
  'Blackwood Moyon Hiller Fields Strickland McDonough Heneghan Coomber Loftus Noonan Seer Faye Pennington Marsland Gunning Saleh ' +
  'Blakeley Stanfield Slocombe Monk Pell Osborn Fyall Copland Diamond Nair Colman McGlone Herron Crofts Dunning Silcock Shackleton ' +
  'Dymond Lame Andersson Calveley Prime Shaughnessy Baggaley Wain Greenway Smit Gadsden Dunnett Charnock Barratt Twigg Utton Tonks ' +
  'Billington Tidmarsh Timson Riddell Snelling Merrick Stack Tosh Bhamra Jenkinson Leyshon Bushby Schmid Gibbon Marc Bowie Lambton ' +
  'Hodkinson Cormack Helley Albert Hadden Homer Hemingway Cleary Western Wang Michaels Callow Cockburn Holl Rodwell Rippin Muller ' +
  'Lendon Birks Gavin Hardwick Edmunds Allum Shuttleworth Cliff Batey Sandison Anthony Bamforth Gillies Chantler Kehoe Mimi Hepples ' +
  'Woodhams Crossland Burrow Werner Tuckey McGivern Duffin Holgate Kewley Lowis Cronin Renwick Willetts Crump Gallo Acton Jarram ' +
  "Trigg Dalzell O'Keefe Coughlan Hole Levin Jesson Skelly Barstow Hodgkins Trickett Furey Varley Bridge Sinha Pankhurst Mount Ormsby " +
  "Woodhall Percival O'Reilly Briden Dimmock Rawsthorne Peaper Bagshaw Wragg Hadley Pickersgill Mayes Buckland Hennessey Palfreyman " +
  'Howlett Reese Milton Hague Ogilvie Pelling Hoskins Charlesworth Borthwick Pasfield Daley Haskins Neill Melvin Stockman Holley ' +
  'McNicholas Cave Bannigan McAdam Cusworth McQuade Ceron Coogan Scullion Pringle Fisk Rowlands Kenning Barfield Flowers Scanlon ' +
  'Denham 8 Grange Chance Gosden Pegg Smithson Bryce Britt Millet Crossan Shotton Leeson Yule Whitby Cuthbert Hillier Patten Wrench ' +
  "Khalil Cork Nicolson Killick Westwell Rampling Lines Driver O'Loughlin Ronflard Hales Killen Rickard Franco Lumley Halley Sayed " +
  'Friel Henshaw Gerard Kennard Coyle McNamee Mashinter Kinder Leyland Bartram Stoddart Cardwell Slattery Keeble Lawrie Stanbridge ' +
  'Barden Bretherton Goff Greenleaf Wears Buckle Cartlidge Brazier Milburn Sami Ganivet Arnott Hayles Timmins Yeung Shone Wheatcroft ' +
  'Handy Stockton Crosland Leckie Smellie Dell Melling Castle Mayers Lamond Stocks Wootton Patchett Starr Etchells Swinney Ellerby ' +
  'Lovegrove Waite Chang Brent Valmary Corfield Monteith Fogg Hines Rycroft Murden Dowson Chen Hird Vale Walling Ackroyd Brophy Slack ' +
  'Mullis Becker Lawrance Jennison Brice Widdowson Cromar Sparks Astley Melville Will Bartley Loughran Nobbs Hofland Parkins Amor ' +
  'Aikman Travill Sunley Vernon 7 Sergeant McKinstrey Paige Rogan Gladwell Sleeth Astle Marland Kimber Doon Regent Storrar Damon ' +
  'Geldard Meecham Skuse Chinnery Rackham Begley Fenn Somner Hickton Crothers Widdows Scotney Buttall Govier Ludkin Bremner Greer ' +
  'Basford Ashe Ironmonger Chalk McGlynn Bracewell Luce Dunford Drysdale Bonsall Cisse Dickenson McKinlay Redhead Croome Broome ' +
  'Muldoon Bones Hayden Teal Hosey Batch Murtagh Loat Seenan Dooley Roman McClure Geeson Hallworth Lumb Trew Govender Nelmes Haviland ' +
  'Malcolm Lovey Everson Roff Messenger Macrow Nichol Haysom Bragg Pendleton Barthram Lathey Freestone Sloane Tapping Canham Scotcher ' +
  'Vicary Chuter Heraty Edgell Wildman Grierson Reay Husselbee Richman Beedles Steen Budden Salthouse Tatlock Ching Olley Harney ' +
  'Garbutt Watling Bignell Starkey Hemming Ridle Crowhurst Bonny Pickthall Deighton Tovar Anton Sorrell Underhill Donn Jowitt Duvall ' +
  'Callum Emberey Bosley Painter Smillie Eagle Melrose Menzies Gaskell Knigge Uttley McRobbie Clift Ridgwell Marquis Stoyle Camden ' +
  'Moulder Pigott McGuigan Balmforth Borg Cawkwell McCracken Pattinson Roome Brannon Given McCloskey Staines McCauley Bunce Errity ' +
  'Devon Coxon Mayhew Newsome Desai Mathieson Furse Band Leeming Mainwood Roussel Cobb Furniss Truman Durber Marshfield Cattell ' +
  'Christou Birt Russon Langridge Denby Kelland Haycock Skene Ibbotson Golding Chisnall Halls Rollinson Garber Salou Elliman 6 Blaney ' +
  'Southam Hulse Odowd Wilkshire Lind Bagley Rosenbloom Pick Colebrook Frary Winship Clemson Elphick Hynds Linsby Goodchild Parratt ' +
  'Meah Towle Bliss Woodland Braham Borras Tohill Phelps Oddie McCreath Bolger Lovatt Meyers Darr Hustler Costigan Wotherspoon Spragg ' +
  'Lobb Neary Greener Myall Bleakley Strain Tindell McCready Kysel Gander Colmer Oram Richter Hynd Cottle Luttrell Walshe Carlson ' +
  'Holroyd Downton Innes Passmore Machon Shears Harton Strafford Panesar Standley Akram Grennan McInally Norgate Hedges Maslen ' +
  'Tippins McMullan Vicens Kill Bushnell Lewington Pinner Pawson Stinson Petticrew Jenner Coatsworth Gillard Skerritt McCreadie Cuss ' +
  'McLaughlan Boss Anderton Rootham Catchpole Beddall Ventura Bushen Sandalls Wateridge Deans Winward Brant Elford Picot Tozer ' +
  'Brissett Haddon Tilson Shearman Hagger Plastow Boxall Higham Barnfield Roebuck Masterson Macdonnell Fontaine Buckenham Horrell ' +
  'Welton Milnes Agar Hickmott Kerrigan Brocklehurst Hacault Kirwan Swanton Lockie Girdwood Bevis Pinder Sables Harland Newham Colyer ' +
  'Clapham McVicker Alexandersmith Leighton Finan Hillary Thomason Raine Bowditch Stansfield Everitt Goodacre Homewood Driffield ' +
  'Woolnough Hare Kingdon Cornwell Manderson Cranston Dorrington Sydenham Sowden Cane Alam Shattock Louth Hannan Goldman Cottet ' +
  'Brewster Scadden Tayler Carlisle Hislop Pinkney Malloy Kiernan McBurney Purse Goring Glossop Bardsley Copson Kenyon Omahony ' +
  'Allcock Gillam Bounsall Prendergast Pedley Martindale Brattle Meldrum Oneal Greenall Barrington Bonneviot Coyne Pooke Sandland ' +
  'Wrightson Grenard Briscoe Buller Gammer Kinnaird Levann Omahoney Brighton Steventon Newell Kaul Brough Fairweather Colbourne Keyte ' +
  'McLuckie Dingle Bridgewater Hollingworth McElwee Spellman Tickner Ivory Conolly Dempster Beesley Partlett Shires Bath Ranger ' +
  'Rothery Brogan Kitching Maddock Grivet Ruscoe Savin Lindop Brealey Chander Marvin Ruff Sharif Bardrick Alvey Granger Drain Colwell ' +
  'Hummerston Bavin Tinsley Chaterton Werrett Lowndes Duckworth Collis Dora Medforth Royall McCausland Hazelton Bent Magraw Tuthill ' +
  'Board Kelso Youlden Fulker Bufton Soanes Ridgway Liddell Beaton Turnock Makepeace Jackman Gene Jepson Cavey Crayton Kitchen ' +
  'Benford Nield Shipton Conlan Haider Bradburn Russel Bosher Hurdle Southworth Levine Scollick Smale Hanger Dolton Reddy Mobley ' +
  'Gourlay Boundy Mead Virgo Okeeffe Elmes Neeson Torney Pledger Alesbury Chady Starbuck Whiting Caswell Howson Cambridge Packard ' +
  'Lilly Burkinshaw Gately Brannigan Lyall Were Hookway Simpkin Menon Buff Clews Balin Oxtoby Powles Thorley Haney Wrigglesworth ' +
  'Bridger Scarlet Townsley Kilminster Pack Wakeham Freeburn Turford Lodge Barham Godden Woodham Huish Warby Guttridge Naysmith ' +
  'McBride Eyres Gardener Bestwick Litchfield Tully Seal Kirkwood Vane McGirr Otter Kapoor Brinkworth Fairley Dermody Moller Mackney ' +
  'Lois Palin Stratford Elmer Laraway Brune Shardlow Nartey Beavan Crighton Magoo Allsop Casson Fall Saddington Timney Pickford ' +
  'McAreavey Constantine Harcombe Reisser Powis Buckler Staniland Wyer Phoenix Cornick Corker McCollum Langford Critchley Cambell ' +
  'Essam Privett Yorke Halfpenny Brodie Chennells Winder Sedgwick Victor Wressell Dipper Beckham Fortin Selga Putt Mott Buswell ' +
  'Evison Peyton Stones Warr Howling Kruger Yasmin Rhys McLelland Luscombe Jarman Berkley Crone McArdle Wedge Gulley Smithies McKue ' +
  'Forth Macklam Newsham Hornby Battersby Welling Bassler Doors Falk Axon Petrova Shotter Gledhill Emsden Dorman Routledge Perkin ' +
  'Stanaway Denis Goodyear Matthias Bramwell Elcock Summerfield Lohan Gold Broderick Holliday Hawthorn Fotheringham Callaway Mutch ' +
  'Windebank Cartledge Harmer Channing Beynon Seaton Lethbridge Chipperfield Dunsford Broadhead Pailing Marchand Glew Luxton Quirk ' +
  'Longley Attrill Catton Sennett Wallington Fothergill Culshaw Lynas Willard McGinn Meal Leaver Robotham Horsefield Blyth Kromberg ' +
  'Kingsley Skeffington Renshaw Hayhurst Collin Harbour Newall Lumsden Walden Blenkinsop Holtby Leese McCrindle Sierra Avenue Gell ' +
  'Halsall Hutcheson Willingham Penfold Shingler Hitchmough Carlyle McGinley Ness Sapsford Fitch Taurel Nandi Smithers Cattigan ' +
  'Barley Sawden Hogarth Khalifa Alexnader Darwood Pilgrim Waltham Bilson McGinlay Tugwell Boyles Coombs Jefferson Coventry Addley ' +
  'Livermore Wenham Hosking Haywood Flanders Pridmore Arscott Nineham Scannell Chubb Kimble Rousset Barny Horry Lowdon Surridge ' +
  'Crozier Pilcher McWilliam Cleghorn Chesney Bolland Burgin Rumsey Herd Darwin Brahim Yeates Annan Goode Winchester Sillars McKirdy ' +
  'Keaveney Nicholl Rhoades Antram Dales Jeffers Bunn Fargher Savard Vass Selway Cowling Gandham Belk Charters Carlton Stirling ' +
  'Ludlow Munnelly Sibley Edgson Clinton Hoban Goble Sheldrick Hignett Brien Amod Mayor Ranks Eckersall Girling Stammers Pine Sala ' +
  'Vardy McClafferty Yeomans Aspinall Harford Rick Lewins Collie Wolstencroft Starnes Rand Hankins Glennie Nicolas Trott Bowell ' +
  'Hammad Abrams Abdi Hindmarsh Huntington McBean McAlpine Norgrove Grosvenor Noakes Teale Coombe Enright Housley Mackey Doolin ' +
  'Hickson Cammish McKellar Southall Burlinson Branting Aspin Morgans Wileman Blunden Hipper Crewdson Perrett Hern Hankin Astbury ' +
  'Whitelaw Riddle Winfer Swatton Bottomley Garvey Hack Medland Pascoe Fitzsimmons Isnard Mohammad Lyes Scammell Servant Devaney ' +
  'Roper Barritt Hopcroft McCadden Silcox Thirlwall Brunt Tapscott Stacy Stockdale Dymott Bathgate Oldroyd Turton Maskery Derrien ' +
  'Bulloch Joynson Sherwin Brace Adrol Carre Symmonds Flett Burtin Sharland Poon Trimble Burnley Cooley Tindall Loudon Lenihan Sells ' +
  'Herrmann Cryer Barre Ronald Mumby Bridle Ludgrove Wither Cocker Creamer McConville Odam Trent Jolley Brakes Macaskie Loft Scrivens ' +
  "Deegan Thackray Stackhouse Farren Bendall Jenks Topham Riseborough Perowne Ducon Rosser Warrington McIlwraith Kitt Ketley O'Neil " +
  'Maggs Creswell Roden Lathan Catt Foss Siane Sowerby Furnell Ewles Shepherdson Rigley Alway Jermy McAllister Bolden Guinard Meads ' +
  "Ollerhead Hesp Trattles Herring Large Cassells Wolfe Teague Bickell Charnley O'Rourke Pavot Smalley Barrass Cargill Youssouf Nason " +
  'Crookes Farrelly Grayson Kitson Bold Dreyer Pendlebury Speakman Hepworth Bedlow McAllan Luker Daugherty Garratt Peace Standfield ' +
  'Greensmith Dolcy Burleigh Whittley Mathew Dacey Durand Jowett Cortes Morse Westgate Quinlivan Lonsdale Colwill Bentham McNaughton ' +
  'Pagan Ayton Chin Gerrard McVeigh Trueman Telford Mockford Coutts Guilmard Larsson Mess Lowrie Stoker Hutson Adey Addams Fern Duval ' +
  'Bunyan Epton Standen Crazy Godfrey Naumann Hayat Cressey Cutler Attard Kelk Mannion Nielson Shorland Winman Conlin Coupland ' +
  'Harriman Leedham Leys Hurford Flack Silver Vancoller Bullen Corley Tocher Farre Bunting Watkinson Bearcroft Blayney McConnachie ' +
  'Slinn Coulbeck Crockford Berridge Gilks Glencross Hewett Pett Monson Gunby Barth Stimson Craib Gaudin Whitley Longworth Eastham ' +
  'Chand Donlan Piercey Satchell Tonge Packer Belen Dukes Devonport Water Whiteford Lynes Halkett Drewett McFarland Jarrett Conte ' +
  'Wintersgill Oflynn McDiarmid Underdown Balch Byford Sheard Bowcott Frankland Greenshields Gooch Burks Pillay Huss Hermann Heskins ' +
  'Allaway Reveley Cuthill Baskeyfield Kenward Grose Maddison Bennetts Braeman Weasley Openshaw Seed Isaacs Birkin Caulfield Jenkin ' +
  'Lattimore Worgan Huskinson Sutcliffe Parnaby McBrier Shiels Hoole Blanc Avis Render Toomey Mallon Borel Fahy Honeywell Rodden ' +
  'Livingstone Ayres Glasgow Burridge Redwood Rigg McConaghy Freedman McKerracher Ridge Eilers Barraclough Tong Laws Pannell Campion ' +
  'Crellin Kelsall Ripley Provan Murph Kilford Alber Purkis Duffield Reasbeck Pateman Horsley Jessop Poulton Fleetwood Frankish ' +
  'Buntain Sharrock Bisset Burdon Mennie Stubbings Farrant Ilsley Frostick Balfour Mundle Crosse Evenden Dyerson Clewer Mearns Mitch ' +
  'Somersall Springall Gilfillan Turney Luckhurst Mattick Templeton Craggs Jeffrey Hathaway Coxhead Yapp Mountain Malyan McLachlan ' +
  'McLennon Spalding Semling Glasby Dornan Debenham Hardingham Toomer Reardon Critchlow Brannan Pomeroy Scoffield Dobbins Brigham ' +
  "Schirru Rowson Wellington Otten O'Hanlon Blount Cuellar McFall Teasdale Flannery Alden Armer Romans Tombs Meen Colas Faust Perks " +
  'Hawthornthwaite Bennet Crayford Jury Geaney Mapp Speers Ling Illing Colton Fagon Wakeford Philips Neilson Wagstaffe Honeyford ' +
  'Devenish Capell Gutteridge Smiths Randle Poulter Elwell Crampton Irwin Maunder Stockwell Salomon Jems Bayliff Gemmell Squibb ' +
  'Meacher Bannon Notman Gowing Beckford Cossar Letissier Mowbray McMenamy Edlington Beason Sharratt Appleyard Coxall Macintosh Dyde ' +
  'Jordison Hilling Rook Okane Dobbin Cerveaux Cramond Aves McFadyen Warnock Staples Forman Griggs Dayman Cass McNicol Smailes ' +
  'Veevers Drabble Towns Tallett Allport Cardow Hidson Willcox Woodruff Abbey Gales Mawer Toucet Fitchett Gilmartin Nemeth Ranson ' +
  "Thonon Eyles Johansen Lanham Donoghue Beeby Perrins Wearn Hibberd Carrigan Baumber Rockliffe O'Halloran Calder Geyer McCrone " +
  'Woodrow Temple Bellis Caird Dowler Westbrook Martel Goldsworthy Coss Cooney Leahy Segal Critchell Meyrick Wheadon Olsen Nowak ' +
  'Brine Kellie Kirkland Sleiner Templar Quinton Funnell Budworth Duthie Pitcher Plouvin Sheehy Hugo Lakin Cannell Shay McLeish ' +
  'Palfrey Rickett Heffer Hammer Keith Jupp Scully Spreckley Mouga Whatley Gilder Clayden Mart Peal Tunstall Thorp Corbishley ' +
  'Musgrave Petty Whorlow Hands Sleight Sparton Maudsley McMeekin Sears Hearne Babbs Bodin Napper Chalkley Merchant Peet Egerton ' +
  'Marston Puckering Brindle Cubitt Moth Lucey Kingscott Gresham Clive Ferns Mallet Lange Dickerson Jopson Farhall Train Schneider ' +
  'Fifield McEwen Imran Constable Winsor Mawby Mycock Bussey Anscombe Bowring Goodson Tomas Morrell Issac Leadley Roles Hobart ' +
  'Chadderton Aylward Caine Hollett Parris Burchell Boston Curson Claxton Eason Thurman Weber Descol Langdon Rushby McDade Howland ' +
  'Capps Bagnall Trinder Neighbour Nokes Treseder Bernet Rodham Kirkby McCree Ostler Ferrier Baldry Rann Thurlow Wynne Findley Clulow ' +
  'McGilloway Castelow Newlands Ingledew 5 Leck Thistlethwaite Kacy Feltham Weale Bellinger Beecham Austen Malton Jourdan Galliford ' +
  'Pitchford Godby Moffatt Ebden Rogerson Brampton Bobbins Kilbee Hayworth Glaister Tinker Redden Castets Phipps Ginty Parrott ' +
  'Harradine Grinham Waterworth Halpin Braybrook Monks Blakemore Sleigh Hearn Manktelow Peaker Lacy Griffith Coulon Mulhearn Arnett ' +
  'Hitchman Bulmer Whittam Stead Southcott Marden Huntley Lawn Totten Eaves McInnes Tansley';
