/* SPDX-License-Identifier: MIT */
/* Names from the rest of Europe. Polish and Bulgarian women's family names end in their own way. */
#include "demo/names.h"

/* clang-format off */
static const char *const polish_f[] = {
	"Agnieszka", "Małgorzata", "Katarzyna", "Joanna", "Żaneta", "Magdalena", "Monika",
	"Elżbieta", "Grażyna", "Beata", "Aleksandra", "Dorota", "Bożena", "Justyna", "Łucja",
	"Ewelina",
};
static const char *const polish_m[] = {
	"Łukasz", "Piotr", "Krzysztof", "Tomasz", "Paweł", "Marcin", "Michał", "Grzegorz",
	"Rafał", "Sławomir", "Dariusz", "Mirosław", "Wojciech", "Zbigniew", "Kamil", "Jarosław",
};
static const char *const polish_family[] = {
	"Nowak", "Kowalski", "Wiśniewski", "Wójcik", "Kowalczyk", "Kamiński", "Lewandowski",
	"Zieliński", "Szymański", "Woźniak", "Dąbrowski", "Kozłowski", "Jankowski", "Mazur",
	"Krawczyk", "Piątek", "Grabowski", "Pawłowski", "Michalski", "Król",
};
static const char *const polish_family_f[] = {
	"Nowak", "Kowalska", "Wiśniewska", "Wójcik", "Kowalczyk", "Kamińska", "Lewandowska",
	"Zielińska", "Szymańska", "Woźniak", "Dąbrowska", "Kozłowska", "Jankowska", "Mazur",
	"Krawczyk", "Piątek", "Grabowska", "Pawłowska", "Michalska", "Król",
};
static const char *const romanian_f[] = {
	"Andreea", "Elena", "Ștefania", "Ioana", "Mihaela", "Gabriela", "Roxana", "Florentina",
	"Loredana", "Anișoara", "Mălina", "Cristina", "Denisa", "Lăcrămioara",
};
static const char *const romanian_m[] = {
	"Ionuț", "Andrei", "Florin", "Mihai", "Constantin", "Ștefan", "Cătălin", "Gheorghe",
	"Bogdan", "Răzvan", "Marius", "Vasile", "Costel", "Sorin",
};
static const char *const romanian_family[] = {
	"Popescu", "Ionescu", "Popa", "Radu", "Dumitrescu", "Stănescu", "Munteanu", "Șerban",
	"Țurcanu", "Lăcătuș", "Ciobanu", "Moldovan", "Rusu", "Dănilă", "Florea", "Câmpeanu",
};
static const char *const iberian_f[] = {
	"María", "Conceição", "Ana", "Inês", "Carmen", "Lúcia", "Mónica", "Fátima", "Begoña",
	"Rocío", "Beatriz", "Joana", "Sofía", "Pilar", "Graça",
};
static const char *const iberian_m[] = {
	"José", "João", "António", "Carlos", "Luís", "Javier", "Nuno", "Rui", "Iñaki", "Jesús",
	"Hélder", "Miguel", "Álvaro", "Sérgio", "Ramón",
};
static const char *const iberian_family[] = {
	"da Silva", "García", "Fernandes", "Santos", "López", "Pereira", "Rodríguez",
	"dos Santos", "de Sousa", "Gonçalves", "Muñoz", "Martínez", "Araújo", "Peña",
	"Magalhães", "de la Cruz", "Sequeira", "Núñez", "Ramos", "Simões",
};
static const char *const italian_f[] = {
	"Giulia", "Francesca", "Chiara", "Paola", "Rosaria", "Antonella", "Concetta", "Ilaria",
	"Silvia",
};
static const char *const italian_m[] = {
	"Marco", "Giuseppe", "Salvatore", "Luca", "Niccolò", "Antonio", "Gianfranco", "Davide",
	"Raffaele", "Vito",
};
static const char *const italian_family[] = {
	"Rossi", "Russo", "D'Angelo", "Esposito", "De Luca", "Lo Presti", "Colombo",
	"Dell'Acqua", "Ferrari",
};
static const char *const northern_f[] = {
	"Anneliese", "Käthe", "Ingrid", "Åsa", "Marijke", "Solveig", "Sabine", "Katrine",
	"Hélène", "Mirjam", "Saskia", "Sólveig", "Bénédicte",
};
static const char *const northern_m[] = {
	"Jürgen", "Lars", "Björn", "Søren", "Matthias", "Pieter", "Willem", "Günter", "Étienne",
	"François", "Håkon", "Detlef", "Jörg", "Åke",
};
static const char *const northern_family[] = {
	"Müller", "van der Berg", "Sørensen", "Schröder", "Lindström", "de Vries", "Weiß",
	"Jørgensen", "Lefèvre", "von Arnim", "Håkansson", "ten Brink", "Krüger", "d'Hondt",
	"Benoît", "Van den Broeck",
};
static const char *const central_f[] = {
	"Ivana", "Zuzana", "Eglė", "Kristīne", "Rasa", "Mariya", "Jurgita", "Katalin", "Živilė",
	"Ágnes", "Daniela", "Inga", "Silvija", "Desislava", "Jiřina",
};
static const char *const central_m[] = {
	"Tomáš", "Ján", "Vytautas", "Dimitar", "Gintaras", "László", "Jānis", "Žilvinas",
	"Zoltán", "Georgi", "Artūras", "Miloš", "Ilija", "Ondřej", "Arben",
};
static const char *const central_family[] = {
	"Horváth", "Kazlauskas", "Ivanov", "Nagy", "Bērziņš", "Dvořák", "Petrov", "Kováč",
	"Jankauskas", "Hoxha", "Stanković", "Georgiev", "Tóth", "Žukauskas", "Krasniqi",
};
static const char *const central_family_f[] = {
	"Horváthová", "Kazlauskienė", "Ivanova", "Nagy", "Bērziņa", "Dvořáková", "Petrova",
	"Kováčová", "Jankauskaitė", "Hoxha", "Stanković", "Georgieva", "Tóth", "Žukauskienė",
	"Krasniqi",
};
/* clang-format on */

const struct name_group names_polish = {"polish", 180, NAMING_PLAIN, 60, POOL(polish_f),
    POOL(polish_m), POOL(polish_family), POOL(polish_family_f)};
const struct name_group names_romanian = {"romanian", 120, NAMING_PLAIN, 160, POOL(romanian_f),
    POOL(romanian_m), POOL(romanian_family), {0}};
const struct name_group names_iberian = {"iberian", 120, NAMING_DOUBLE, 140, POOL(iberian_f),
    POOL(iberian_m), POOL(iberian_family), {0}};
const struct name_group names_italian = {"italian", 60, NAMING_PLAIN, 60, POOL(italian_f),
    POOL(italian_m), POOL(italian_family), {0}};
const struct name_group names_northern = {"northern", 60, NAMING_PLAIN, 160, POOL(northern_f),
    POOL(northern_m), POOL(northern_family), {0}};
const struct name_group names_central = {"central", 100, NAMING_PLAIN, 40, POOL(central_f),
    POOL(central_m), POOL(central_family), POOL(central_family_f)};
