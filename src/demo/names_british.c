/* SPDX-License-Identifier: MIT */
/* The largest group: English names, as people born between 1945 and 2000 bear them. */
#include "demo/names.h"

/* clang-format off */
static const char *const female[] = {
	"Sarah", "Emma", "Claire", "Nicola", "Samantha", "Rebecca", "Louise", "Laura", "Lisa",
	"Karen", "Susan", "Julie", "Michelle", "Joanne", "Donna", "Kelly", "Gemma", "Charlotte",
	"Victoria", "Rachel", "Amy", "Jessica", "Hannah", "Chloe", "Katie", "Lauren", "Natalie",
	"Leanne", "Stacey", "Kerry", "Tracey", "Sharon", "Amanda", "Jacqueline", "Deborah",
	"Helen", "Alison", "Christine", "Margaret", "Linda", "Carol", "Patricia", "Jennifer",
	"Elizabeth", "Catherine", "Zoe", "Zoë", "Chloë", "Danielle", "Kirsty", "Hayley",
	"Jodie", "Stephanie", "Melissa", "Naomi", "Abigail", "Bethany", "Georgina", "Heather",
	"Lorraine", "Maxine", "Beverley", "Wendy", "Dawn", "Paula", "Tina", "Debra", "Annette",
	"Renée", "Esmé", "Rosalind", "Imogen", "Harriet", "Francesca", "Philippa", "Anne-Marie",
	"Sally-Anne", "Mary-Jane", "Désirée", "Rosemary", "Jade", "Shannon", "Courtney",
	"Paige", "Ellie", "Molly", "Aimée", "Tamsin", "Lucinda", "Thérèse",
};
static const char *const male[] = {
	"David", "Paul", "Andrew", "Mark", "John", "Michael", "Stephen", "Ian", "Robert",
	"Richard", "Christopher", "Peter", "Simon", "Anthony", "Kevin", "Gary", "Steven",
	"Martin", "James", "Philip", "Alan", "Neil", "Nigel", "Timothy", "Colin", "Graham",
	"Jonathan", "Nicholas", "William", "Adrian", "Brian", "Stuart", "Keith", "Thomas",
	"Patrick", "Sean", "Carl", "Trevor", "Wayne", "Shaun", "Kenneth", "Barry", "Derek",
	"Dean", "Raymond", "Jeremy", "Antony", "Lee", "Matthew", "Daniel", "Darren", "Jason",
	"Craig", "Scott", "Ryan", "Adam", "Luke", "Jamie", "Ben", "Benjamin", "Joshua", "Jack",
	"Liam", "Kieran", "Ashley", "Aaron", "Jordan", "Connor", "Kyle", "Nathan", "Callum",
	"Bradley", "Jake", "Lewis", "Reece", "Shane", "Damien", "Marcus", "Zak", "Noël",
	"Geoffrey", "Roger", "Clive", "Terence", "Malcolm", "Leslie", "Maurice", "Duncan",
	"Toby", "Rupert",
};
static const char *const family[] = {
	"Smith", "Jones", "Taylor", "Brown", "Williams", "Wilson", "Johnson", "Davies",
	"Robinson", "Wright", "Thompson", "Evans", "Walker", "White", "Roberts", "Green",
	"Hall", "Wood", "Jackson", "Clarke", "Harris", "Clark", "Turner", "Hill", "Cooper",
	"Ward", "Moore", "Morris", "King", "Watson", "Baker", "Harrison", "Morgan", "Allen",
	"Lewis", "Scott", "Young", "Mitchell", "Anderson", "Phillips", "Lee", "Parker",
	"Bennett", "Shaw", "Cook", "Griffiths", "Carter", "Bailey", "Collins", "Bell",
	"Marshall", "Cox", "Richardson", "Adams", "Mills", "Rogers", "Palmer", "Barker", "Webb",
	"Foster", "Chapman", "Hunt", "Knight", "Holmes", "Mason", "Butler", "Reynolds",
	"Fisher", "Barnes", "Pearson", "Russell", "Dixon", "Simpson", "Fletcher", "Ellis",
	"Gibson", "Howard", "Andrews", "Elliott", "Harvey", "Saunders", "Ford", "Payne", "Fox",
	"Pearce", "Day", "Brooks", "Lawrence", "Atkinson", "Dawson", "Bradley", "Watts",
	"Burton", "Stone", "Francis", "Hudson", "Spencer", "Gardner", "Holland", "Gregory",
	"Hawkins", "Dean", "Perry", "Newman", "Lane", "Gilbert", "Barrett", "Stephens", "Wells",
	"Bishop", "Barton", "Hayward", "Tucker", "Sharp", "Frost", "Goddard", "Sutton", "Yates",
	"Lambert", "Nicholls", "Rose", "Pope", "Summers", "Long", "Fry", "Bird", "Hooper",
	"Wheeler", "Marsh", "Gale", "Penhaligon", "Trelawny", "Tregenza", "Ridout", "Weeks",
	"Drewett", "Maslen", "Giddings", "Cockbill", "Tanner", "Brontë", "Le Fevre",
	"de Courcy", "St. John", "Fitzgerald", "Winterbourne", "Sleightholme", "Ramsbottom",
	"Entwistle", "Oakley-Shaw",
};
/* clang-format on */

const struct name_group names_british = {
    "british", 6790, NAMING_PLAIN, 220, POOL(female), POOL(male), POOL(family), {0}};
