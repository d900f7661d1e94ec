/** As units are called in law and in the lists, the longer ones first. */
export const unitKinds = [
  'thành phố',
  'thị trấn',
  'thị xã',
  'đặc khu',
  'tỉnh',
  'quận',
  'huyện',
  'phường',
  'xã',
] as const;
