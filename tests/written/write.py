# python3 write.py: what pandas writes of the same table, and Python's csv.
import csv
import pandas

rows = pandas.DataFrame({'z1': [1.0368, -0.5, 123456.789], 'z2': [0.0032, 2, 0], 'z3': [0.1352, 1e-05, -3.25],
                         'observed': ['Setosa', 'Versicolor', 'Virginica'],
                         'note': ['plain', 'a, b; "c"', 'Blüte']})
rows.to_csv('pandas.csv', index=False)
rows.to_csv('pandas-index.csv')
rows.to_csv('pandas-bom.csv', index=False, encoding='utf-8-sig')
rows.to_csv('pandas-semicolon-comma.csv', index=False, sep=';', decimal=',')
rows.to_csv('pandas-semicolon-point.csv', index=False, sep=';')
rows.to_csv('pandas-tab.csv', index=False, sep='\t')
rows.to_csv('pandas-quote-all.csv', index=False, quoting=csv.QUOTE_ALL, lineterminator='\r\n')
rows.to_csv('pandas-quote-text.csv', index=False, quoting=csv.QUOTE_NONNUMERIC)
with open('python-excel.csv', 'w', newline='', encoding='utf-8') as file:
    csv.writer(file).writerows([rows.columns.tolist()] + rows.values.tolist())
with open('python-excel-tab.csv', 'w', newline='', encoding='utf-8') as file:
    csv.writer(file, dialect='excel-tab').writerows([rows.columns.tolist()] + rows.values.tolist())
