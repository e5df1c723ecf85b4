# Rscript write.R: what R writes of one table.
rows <- data.frame (z1 = c (1.0368, -0.5, 123456.789), z2 = c (0.0032, 2, 0), z3 = c (0.1352, 1e-05, -3.25),
                    observed = c ("Setosa", "Versicolor", "Virginica"),
                    note = c ("plain", "a, b; \"c\"", "Bl\u00fcte"))
write.csv (rows, "r-csv.csv", row.names = FALSE)
write.csv (rows, "r-csv-row-names.csv")
write.csv (rows, "r-csv-unquoted.csv", row.names = FALSE, quote = 1:3)
write.csv2 (rows, "r-csv2.csv", row.names = FALSE)
write.csv2 (rows, "r-csv2-row-names.csv")
write.csv (rows, "r-csv-crlf.csv", row.names = FALSE, eol = "\r\n")
write.table (rows, "r-table.txt")
write.table (rows, "r-table-tab.txt", sep = "\t", row.names = FALSE, qmethod = "double")
write.table (rows, "r-table-tab-unquoted.txt", sep = "\t", row.names = FALSE, quote = FALSE)
write.table (rows, "r-table-tab-row-names.txt", sep = "\t")
write.table (rows[1:4], "r-table-semicolon-point.csv", sep = ";", row.names = FALSE)
