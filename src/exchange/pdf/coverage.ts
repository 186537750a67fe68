// Written by test/tools/trim-fonts.mjs.

/** The characters that the fonts for PDF have, as ranges of code points in hexadecimal digits. */
export const coverage =
  '20-7e a0-377 37a-37f 384-38a 38c 38e-3a1 3a3-3e1 3f0-52f 600-6ff 750-77f 8a0-8ff 1e00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-2064 2066-2071 2074-208e 2090-209c 20a0-20c0 2100-215f 2183-2184 2189 2190-226b 22cd 2300 25a0-25a1 25aa-25af 25b2-25cf 2600-2603 2605-2606 260e-2612 2640 2642 2665-2666 26a0-26a1 26a5 2702-2704 2706-2709 2713-2718 2731 2764 2794 279c-279e 299b 29a0 29a3 29f5 2a7d-2a7e 2aee 2b05-2b07 2bfe fb00-fb06 fb50-fbc2 fbd3-fd8f fd92-fdc7 fdcf fdf0-fdff fe70-fe74 fe76-fefc feff fffd';
