/* SPDX-License-Identifier: MIT */
/* Names from South and East Asia, in the spellings people use in Britain. */
#include "demo/names.h"

/* clang-format off */
static const char *const indian_f[] = {
	"Priya", "Anjali", "Hetal", "Kavita", "Sunita", "Bhavna", "Nisha", "Meera", "Rekha",
	"Dipti", "Jyoti", "Lakshmi", "Sejal", "Urvashi", "Pooja",
};
static const char *const indian_m[] = {
	"Rajesh", "Sanjay", "Amit", "Vijay", "Nilesh", "Dipesh", "Kiran", "Hitesh", "Suresh",
	"Arjun", "Bharat", "Mukesh", "Chirag", "Anand", "Jignesh",
};
static const char *const indian_family[] = {
	"Patel", "Shah", "Desai", "Mistry", "Sharma", "Mehta", "Gupta", "Chauhan", "Nair",
	"Reddy", "Solanki", "Joshi", "Pillai", "Iyer", "Verma", "D'Souza",
};
static const char *const punjabi_f[] = {
	"Harpreet", "Manpreet", "Jasvinder", "Kulwinder", "Amarjit", "Sukhdeep", "Gurpreet",
	"Rajwinder", "Navneet", "Balbir",
};
static const char *const punjabi_m[] = {
	"Gurdeep", "Harjit", "Balwinder", "Amrik", "Jaspal", "Sukhwinder", "Manjit", "Kulbir",
	"Ranjit", "Satnam",
};
static const char *const punjabi_family[] = {
	"Gill", "Dhillon", "Sandhu", "Sidhu", "Dhaliwal", "Bains", "Grewal", "Atwal", "Johal",
	"Purewal",
};
static const char *const pakistani_f[] = {
	"Ayesha", "Fatima", "Saima", "Nasreen", "Shazia", "Rukhsana", "Zainab", "Samina",
	"Farzana", "Hina", "Bushra", "Sadia", "Maryam", "Noreen", "Iqra",
};
static const char *const pakistani_m[] = {
	"Mohammed", "Imran", "Asif", "Tariq", "Muhammad", "Usman", "Nadeem", "Shahid", "Adnan",
	"Faisal", "Zahid", "Bilal", "Waqas", "Kashif", "Hamza",
};
static const char *const pakistani_family[] = {
	"Khan", "Hussain", "Ahmed", "Ali", "Mahmood", "Akhtar", "Iqbal", "Malik", "Shah",
	"Mirza", "Bhatti", "Qureshi", "Chaudhry", "Butt", "Raja", "Siddiqui",
};
static const char *const bangladeshi_f[] = {
	"Shahana", "Rahima", "Nasima", "Sultana", "Rehana", "Taslima", "Jahanara", "Salma",
	"Momtaz", "Farhana",
};
static const char *const bangladeshi_m[] = {
	"Abdul", "Shafiqul", "Rafiqul", "Kamal", "Jamal", "Mohibur", "Anwar", "Mizanur",
	"Shamsul", "Faruk",
};
static const char *const bangladeshi_family[] = {
	"Rahman", "Begum", "Miah", "Islam", "Uddin", "Choudhury", "Hoque", "Khatun", "Sarkar",
	"Ullah",
};
static const char *const bangladeshi_family_f[] = {
	"Rahman", "Begum", "Begum", "Islam", "Khatun", "Choudhury", "Hoque", "Khatun", "Sarkar",
	"Begum",
};
static const char *const chinese_f[] = {
	"Mei-Ling", "Xiuying", "Li Na", "Wing Yan", "Ka Yee", "Yan", "Hui Min", "Suk Fong",
	"Jing", "Xiaoyan",
};
static const char *const chinese_m[] = {
	"Wei", "Ming", "Chi Keung", "Kwok Wai", "Jun", "Lei", "Hao", "Tsz Ho", "Guoqiang",
	"Jian",
};
static const char *const chinese_family[] = {
	"Chan", "Wong", "Li", "Wang", "Zhang", "Cheung", "Ho", "Lau", "Chen", "Lü", "Liu", "Ng",
};
static const char *const other_asian_f[] = {
	"Maricel", "Thị Hương", "Nirosha", "Sita", "Rosalinda", "Thuỳ Linh", "Kumari", "Sunisa",
	"Maria Luz", "Anoma",
};
static const char *const other_asian_m[] = {
	"Rommel", "Văn Dũng", "Sivakumar", "Bishnu", "Nimal", "Minh Đức", "Prakash", "Somchai",
	"Jun-Ho", "Arvin",
};
static const char *const other_asian_family[] = {
	"Nguyễn", "Santos", "Gurung", "Perera", "Sivapalan", "Trần", "Rai", "de la Peña",
	"Fernando", "Kim", "Thapa", "Phạm",
};
/* clang-format on */

const struct name_group names_indian = {
    "indian", 190, NAMING_PLAIN, 80, POOL(indian_f), POOL(indian_m), POOL(indian_family), {0}};
const struct name_group names_punjabi = {"punjabi", 130, NAMING_SIKH, 0, POOL(punjabi_f),
    POOL(punjabi_m), POOL(punjabi_family), {0}};
const struct name_group names_pakistani = {"pakistani", 270, NAMING_PLAIN, 200,
    POOL(pakistani_f), POOL(pakistani_m), POOL(pakistani_family), {0}};
const struct name_group names_bangladeshi = {"bangladeshi", 110, NAMING_PLAIN, 120,
    POOL(bangladeshi_f), POOL(bangladeshi_m), POOL(bangladeshi_family),
    POOL(bangladeshi_family_f)};
const struct name_group names_chinese = {"chinese", 70, NAMING_PLAIN, 0, POOL(chinese_f),
    POOL(chinese_m), POOL(chinese_family), {0}};
const struct name_group names_other_asian = {"other asian", 160, NAMING_PLAIN, 80,
    POOL(other_asian_f), POOL(other_asian_m), POOL(other_asian_family), {0}};
