// window.cs.fold(text): the form in which short lists of this page are searched, letter by letter as the server folds (Foundation/Folding.cs):
// without case, accents and vowel marks, one letter for the spellings that people mix, ASCII digits.
const letters = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', ł: 'l', ı: 'i', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ŋ: 'n', ς: 'σ', ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك' };
const known = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');
(window.cs ??= {}).fold = text => text.toLowerCase().normalize('NFKD').replace(/[\p{M}\p{Cf}ـ]/gu, '').replace(known, letter => letters[letter])
  .replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) % 16));
