/** A list of 2027 as the State Council might publish it, in the form in which an office pastes it. */
export const holidays2027 = `2027-01-01 至 2027-01-03,放假
2027-02-05 至 2027-02-11,放假
2027-02-14,上班
2027-04-03 至 2027-04-05,放假
2027-05-01 至 2027-05-05,放假
2027-05-08,上班
2027-06-09,放假
2027-09-15,放假
2027-10-01 至 2027-10-07,放假
2027-10-10,上班`
