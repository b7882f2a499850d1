/* Made by scripts/character-data.mjs; see Unicode's licence in scripts/licences. */

/** `+gap`, direction and how many, for all characters in their order; numbers have hexadecimal digits. */
export const DIRECTIONS = `
j9lklmkjEk3lmn2f3n5eheh2dAhn6a1An6a1An4j6kj1Ahnf4n4an2jn2f2d2nan3dan5a17na1Fna1C1n2a7nEa2nEa5n9an11i70a4n2a2+2a4na+4n2
ana3+1a+1a14+1a53na8Ci7aA6+1a26+2a31n+2n2f+1i2Dbibi2bi2bi+8b1B+4b6+Bg6n2cf2chcn2iBc2+1c2Di15gAfg2c3ic65i7gni6c2i2ni4c2
dAc14+1c2ic1Ei1B+2c59iBc+Eb2Bi9b2n4b+2ib18i4bi9bi3bi5+2bF+1b19i3+2b+1cB+35c15+1c12+BiFgi20a37iaia4i8a4ia3i7aAi2a1Dia2+
1a8+2a2+2a16+1a7+1a+3a4+2ia4i4+2a2+2a2ia+8a+4a2+1a3i2+2aCf2a7fa2i+2i2a+1a6+4a2+2a16+1a7+1a2+1a2+1a2+2i+1a3i2+4i2+2i3+3
i+7a4+1a+7aAi2a3ia+Ai2a+1a9+1a3+1a16+1a7+1a2+1a5+2ia4i5+1i2a+1a2i+2a+Fa2i2+2aBf+7ai6+1ia2+1a8+2a2+2a16+1a7+1a2+1a5+2ia
2iai4+2a2+2a2i+7i2a+4a2+1a3i2+2a12+Aia+1a6+3a3+1a4+3a2+1a+1a2+3a2+3a3+3aC+4a2ia2+3a3+1a3i+2a+6a+EaDn6fn+5ia3ia8+1a3+1a
17+1a10+3ai3a4+1i3+1i4+7i2+1a3+5a2i2+2aA+7an7a2iaB+1a3+1a17+1aA+1a5+2ia8+1a3+1a2i2+7a2+7a+1a2i2+2aA+1a2+Di2aB+1a3+1a29
i2a4i4+1a3+1a3ia2+4aEi2+2a1A+1ia2+1a12+3a18+1a9+1a+2a7+3i+4a3i3+1i+1a8+6aA+2a3+Ca30ia2i7+4fa7i8aD+25a2+1a+1a5+1a18+1a+
1aAia2i9a+2a5+1a+1i6+2aA+2a4+20a18i2a1Biaiain4aA+1a24+4iEai5ai2a5iB+1i24+1a8ia6+1aD+25a2Di4ai6ai2a2i2a19i2a4i3a10i4aDi
a2i2a6iaFia28+1a+5a+2a179+1a4+2a7+1a+1a4+2a29+1a4+2a21+1a4+2a7+1a+1a4+2aF+1a39+1a4+2a43+2i3a1D+3a10nA+6a56+2a6+2na27Fm
a1An2+3a59+7aD+1a4i3+Ba12i3a2+9a12i2+CaD+1a3+1i2+Ca34i2ai7a8ia2iBa7fai+2aA+6nA+6nBi3j+1aA+6a59+7a5i2a22ia+5a46+Aa1F+1i
3a4i2a3+4a2ia6i3+4n+3n2a28+2a5+Ba2C+4a1A+6aB+3n22a17i2a2i+2a38iai7+1iaia2i8a6iA+2iaA+6aA+6aE+2i11+3Fi4a30iai5aia5ia9+4
a1Bi9a9+3i2a20i4a2i2ai3a38iai2a3iai3a2+8a30i8a2i2+3aF+3a3C+7a2B+2aB+8i3aiDai7a4ia6ia3i2a+5aC0i3A+1i5a116+2a6+2a26+2a6+
2a8+1a+1a+1a+1a1F+2a35+1a7nan3a3+1a7n3a4+2a6+1n3aDn3+2a3+1a7n2+1mBj3abn18mkoqsprhf5nFhn1Amj5+1tuvwj6da+2d6e2n3adAe2n3+
1aD+3f20+10i21+Fn2an4an2aAnan3a5n6ananana4faBn2a4n5a5n4a2n10a29n3+4n82efn122a45n1Aan91+19nB+15n28d14a4En1C2an153a100n2
74+2n20+1n69a2F+1a2F+1a85n6a4i3a2+5n7a26+1a+5a+2a38+7a2+Eia17+9a7+1a7+1a7+1a7+1a7+1a7+1a7+1a7+1i20n53+2Dn1A+1n59+CnD6+
1AnC+4mn4a3n19a9i4a2na5n2a5n3+1a56+2i2n2a3na5Ana4+5a2B+1a5E+1a30n24+Ca2Dn2+1a30n10a1Cn3a32nFaCn4aA7n4a63n2a1Fna19C0n40
a51FD+3a48D+3n37+9a13Dn3a1C+14a2Fi4niAn2a1Ei2a50i2a6+8n22a66na37+2a9+2AaDia3ia4ia19i2an4i+3a8f2+6a34n4+8a44i2+8aC+6i12
aDia26i8a19iBa2+Ba1E+3i3a30ia2i4a2i2a10+1aB+4a7ia19+1a29i6a2i2a2i2+9a3ia8ia+2aA+2a20ia33iai3a2i2a5i2aia+18a11i2a8i+Aa6
+2a6+2a6+9a7+1a7+1a3An2+4a75ia2ia4i+2aA+6a2BA4+Ca17+4a31+4a226E+2a6A+26a7+Ca5+5bibAebD+1b5+1b+1b2+1b2+1bAc72+11c16Bn2+
10c40+2c36+28cDn+2i10nA+6i10n20hnh+1nhn9fn2e2n3+1nf2n+4c5+1c87+2j+1n2f3n5eheh2dAhn6a1An6a1AnBa59+3a6+2a6+2a6+2a3+3f2n3
f2+1n7+An5+2aC+1a1A+1a13+1a2+1aF+2aE+22a7B+5ana+4a2D+3a9n4Da2+1nD+3n+2Fa2Di+82a1D+3a31+Fid1B+4a24+9a1E+5a26i5+5a1E+1a2
5+4aE+2Aa9E+2aA+6a24+4a24+4a28+8a34+Ba+90a137+9a16+Aa8+98b6+2b+1b2C+1b2+3b+2b17+1b48+8b9+30b13+1b2+5b21+3nb1A+5b+40b38
+4b14+2b2Fi3+1i2+5i4b4+1b3+1b1D+2i3+4ib9+7b9+7b40+20b25i2+4bC+9b36+3n7b16+2b1B+5b1A+7b4+Cb7+50b49+37b33+Db33+7b6c24i4+
8gA+126g1F+1b2A+1i2b+2b2+4Eb28+8c16iBc9+56b1C+14b17+9aia36iFa7+4n14aA+Fi3a31i4a2i2a7+Ba+2a19+7aA+6i3a24i5ai8+1a12+8a23
ia3+9i2a34i9aAi4a2ia10+1a14+Ba12+1a1Ci3a2iai2a6i+41a7+1a+1a4+1aF+1aB+6a2Fia3i8+5aA+6i2a2+1a8+2a2+2a16+1a7+1a2+1a5+1i2a
3ia4+2a2+2a3+2a+6a+5a7+2i7+3i5+8Ba38i8a2i3aia15+1aia3+1Ea33i6aia4i2ai2a4+8aA+A6a32i4+2a4i2ai2a1Bi2+22a33i8a2iai2a4+BaA
+6nD+13a2Biaia2i6aia+7aA+36a1B+2i3a2i4ai5+4a10+C0a2Fi9ai2a+64a53+Ca8+2a+2a8+1a2+1a1E+1a2+2i2aia4ia3+9aA+46a8+2a2Ai4+2i
2a4ia4+1Bai6a2i2a28i6a2i4a8i+8ai6a2i3a2EiDai2a9+1Da39+107a9+1a26i7+1i6a8+Aa1D+3a20+2i16+1ai7ai2ai2+49a7+1a2+1a26i6+3i+
1i2+1i7ai+8aA+6a6+1a2+1a25+1i2+1a2iaia+7aA+136a13i2a4+B7a+Fa15n8f4n11+Da39B+66a6F+1a5+BaC4+ABCa42F+1a9+FC7a247+21B9a23
9+7a1F+1aA+4a2+60a1E+2i5a+Aa30i7aF+AaA+1a7+1a15+5a13+2B0a5B+65a4B+4ia38+7i4aD+40a2nai+Ba2+Ea17F8+8a4D6+2Aa9+22F7a11F+3
1a3+11a4+8a18C+904a6B+5aD+3a9+7aA+2ai2aj4+135CaF6+Aa27+2a3Ei3a9j8i8a2i7a1Ei4a3B+17n42i3n+9Aa14+Cn57+9a19+87a55+1a47+1a
2+2a+2a2+2a4+1aC+1a+1a7+1a41+1a4+2a8+1a7+1a1C+1a4+1a5+1a+3a7+1a154+2a33na39na39na39na39na8+2d32a200i37a4i32a8iaEia7+Fi
5+1iF+550i7+1i11+2i7+1i2+1i5+D5a2D+3i7a7+2aA+4a2+170a2Ci4aA+5f+500bC5+2b9i7+29b44i7b+4bA+4b2+311c44+4Cc3D+C2c4+1c1B+1c
2+1c+2c+1cA+1c4+1c+1c+6c+4c+1c+1c+1c3+1c2+1c+2c+1c+1c+1c+1c+1c2+1c+2c4+1c7+1c4+1c4+1c+1cA+1c11+5c3+1c5+1c11+34n2+10En2
C+4n64+CnF+2nF+1nF+1n25+AdBn5a1Fna3An6a3Dn+38a1D+Da2C+4a9+7a2+En6+9An3D8+8nD+3nD+3n74+Cn59+7nC+14nC+4n38+8nA+6n28+8n1E
+2n2+4En79+1n52+1n87+CnE+2n5+3n3+5n7+9n19+7n7+9n3+Dn7+29n93+1n37+25dA+406aA6DE+22a1035+BaDE+2a1682+Ea1D31+C1Fa21E+5E2a
134B+AECB6j+1Ej60+80iF0+FE10aFFFE+2aFFFE`;
