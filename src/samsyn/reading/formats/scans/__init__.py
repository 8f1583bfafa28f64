"""Scanned pages: pictures whose letters Tesseract reads, and whose lines are found here.

Tesseract runs as a program of its own, with limits on time and memory, one thread for each page and a few
pages at a time. It is asked for words and boxes only. Where the page's lines, columns, tables, headings and
struck-out names are is told by the same code as for a PDF with text: a scanned page becomes words with a
place, a size and a thickness, and strokes.
"""
