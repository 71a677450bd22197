/**
 * Names of families with roots elsewhere, so that links can be judged by ethnic group. Short lists of common names,
 * written down here from general knowledge; not frequencies.
 */
export interface NameOrigin {
  female: readonly string[];
  male: readonly string[];
  family: readonly string[];
}

const list = (names: string): string[] => names.split(' ');

export const ORIGINS = {
  'south-asian': {
    female: list(
      'Aisha Fatima Zainab Amina Priya Anita Sunita Nasreen Shabana Rukhsana Parveen Harpreet Jaspreet Manpreet Meera ' +
        'Lakshmi Kavita Deepa Nadia Saima Samina Farzana Yasmin Maryam Khadija Ayesha Simran Neha Pooja Divya Anjali',
    ),
    male: list(
      'Mohammed Muhammad Ahmed Ali Imran Tariq Asif Naveed Rajesh Sanjay Vikram Arjun Harjit Gurpreet Amit Ravi Sunil ' +
        'Anil Bilal Hamza Usman Omar Yusuf Ibrahim Abdul Rashid Kamran Faisal Nikhil Rohan Thomas Biju Joseph Suresh',
    ),
    family: list(
      'Patel Khan Singh Kaur Hussain Ahmed Begum Ali Shah Sharma Rahman Miah Chowdhury Akhtar Iqbal Malik Mahmood Mirza ' +
        'Gupta Kumar Nair Thomas Varghese Joseph Mathew Das Islam Uddin Bibi Desai Mehta Reddy Rao Gill Dhillon Sandhu',
    ),
  },
  'east-asian': {
    female: list(
      'Li Mei Xiu Ying Yan Hui Jing Mai Linh Thuy Maria Grace Joy Rosario Cristina Angelica Siu Wai Ling',
    ),
    male: list('Wei Jun Hao Ming Chi Wing Ka Tuan Minh Duc Jose Mark Angelo Ramon Antonio Kwok Cheung Man'),
    family: list(
      'Chen Wang Li Zhang Liu Wong Chan Cheung Lam Ng Leung Lau Nguyen Tran Santos Reyes Cruz Garcia Lim Tan',
    ),
  },
  african: {
    female: list(
      'Grace Blessing Mercy Patience Comfort Joy Faith Abena Ama Amina Hawa Halima Chioma Ngozi Folake Yetunde Tendai ' +
        'Rumbidzai Tsitsi Precious Fatou Mariam Selam Hiwot Rahel',
    ),
    male: list(
      'Emmanuel Samuel Daniel Kwame Kofi Kojo Chinedu Emeka Tunde Olumide Babatunde Tendai Tapiwa Farai Tinashe ' +
        'Abdi Mohamed Ibrahim Musa Ousmane Yonas Dawit Abel Joseph Moses',
    ),
    family: list(
      'Mensah Osei Boateng Owusu Appiah Okafor Okeke Adeyemi Adebayo Eze Nwosu Moyo Ncube Sibanda Dube Ndlovu Mohamed ' +
        'Abdi Hassan Ali Jallow Diallo Kamara Sesay Tesfaye Bekele Campbell Williams Brown Johnson Grant Thompson',
    ),
  },
  european: {
    female: list(
      'Anna Maria Katarzyna Agnieszka Magdalena Monika Joanna Ewa Elena Ioana Andreea Mihaela Cristina Laura Sofia Marta ' +
        'Lucia Ana Chiara Giulia Aoife Niamh Siobhan Sinead Olena Oksana Iryna Natalia Daiva Rasa',
    ),
    male: list(
      'Piotr Tomasz Krzysztof Marcin Pawel Andrzej Michal Adam Andrei Ionut Marius Alexandru Mihai Jose Miguel Antonio ' +
        'Joao Marco Luca Giuseppe Sean Patrick Declan Liam Ciaran Oleksandr Dmytro Andriy Tomas Jonas',
    ),
    family: list(
      'Nowak Kowalski Wisniewski Wojcik Kaminski Lewandowski Zielinski Szymanski Popescu Ionescu Popa Dumitru Stan ' +
        "Silva Santos Ferreira Pereira Costa Rossi Russo Romano Garcia Lopez Fernandez Murphy Kelly O'Sullivan Walsh Byrne " +
        'Ryan Shevchenko Bondarenko Kovalenko Kazlauskas Jankauskas Muller Schmidt Novak',
    ),
  },
  'middle-eastern': {
    female: list(
      'Fatima Maryam Zahra Leila Nour Layla Rania Hanan Samira Shirin Narges Rojin Dilan Amal Huda',
    ),
    male: list(
      'Mohammad Ahmad Ali Hassan Hussein Omar Khaled Mahmoud Karim Reza Amir Azad Rebin Yousef Tarek',
    ),
    family: list(
      'Hassan Hussein Ahmadi Mohammadi Rezaei Hosseini Haddad Khalil Mansour Saleh Karimi Amin Aziz Rashid Osman',
    ),
  },
} as const satisfies Record<string, NameOrigin>;
export type Origin = keyof typeof ORIGINS | 'british';
