import type { FontFamilies } from '../fonts.ts';
import { drawPortrait } from './draw-portrait.ts';
import { drawSpecimenMark, drawWaves, fitText, roundedPath, type SceneContext } from './scene-canvas.ts';
import type { SpecimenPerson } from './specimen-person.ts';

/** ID-1, 85.6 by 53.98 mm (ISO/IEC 7810), in the dots it takes up under the camera. */
export const CARD_SIZE = { width: 1_000, height: 631 } as const;

/** A KTP-el in its general look, front side, for training: every one says SPESIMEN. Drawn at the origin. */
export function drawIdentityCard(context: SceneContext, person: SpecimenPerson, fonts: FontFamilies) {
  const { width, height } = CARD_SIZE;
  context.save();
  roundedPath(context, 0, 0, width, height, 34);
  context.clip();
  const paper = context.createLinearGradient(0, 0, width, height);
  paper.addColorStop(0, '#cfe6f3');
  paper.addColorStop(0.5, '#b9dcef');
  paper.addColorStop(1, '#a9cfe8');
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  drawWaves(context, { x: 0, y: 0, width, height }, 'rgba(70, 130, 175, 0.20)', 0);
  drawWaves(context, { x: 0, y: 0, width, height }, 'rgba(200, 120, 140, 0.10)', 2);

  context.fillStyle = '#16222c';
  context.textAlign = 'center';
  context.font = `bold 31px "${fonts.sans}"`;
  context.fillText(`PROVINSI ${person.province.toUpperCase()}`, width / 2, 52);
  context.fillText(person.regency.toUpperCase(), width / 2, 90);
  context.textAlign = 'left';
  context.font = `bold 37px "${fonts.sans}"`;
  context.fillText('NIK', 38, 142);
  context.font = `bold 39px "${fonts.mono}"`;
  context.fillText(`: ${person.nik}`, 190, 143);

  drawFields(context, person, fonts);
  // Red behind those born in odd years, blue in even ones, as the card has it.
  const odd = Number(person.birthDate.slice(3, 4)) % 2 === 1;
  drawPortrait(context, { x: 744, y: 166, width: 210, height: 280 }, person, odd ? '#b93a3a' : '#2f68a8');
  context.fillStyle = '#16222c';
  context.textAlign = 'center';
  context.font = `21px "${fonts.sans}"`;
  context.fillText(person.regency.toUpperCase().replace(/^KABUPATEN /, ''), 849, 476);
  context.fillText('17-08-2022', 849, 502);
  drawSignature(context, 800, 548);
  drawSpecimenMark(context, width * 0.42, height * 0.58, 150, -0.32, fonts.sans);
  context.restore();
}

function drawFields(context: SceneContext, person: SpecimenPerson, fonts: FontFamilies) {
  const rows: readonly (readonly [string, string])[] = [
    ['Nama', person.fullName],
    ['Tempat/Tgl Lahir', `${person.birthPlace}, ${person.birthDate.split('-').reverse().join('-')}`],
    ['Jenis kelamin', person.sex === 'male' ? 'LAKI-LAKI' : 'PEREMPUAN'],
    ['Alamat', person.address],
    ['    RT/RW', person.rtRw],
    ['    Kel/Desa', person.village],
    ['    Kecamatan', person.district],
    ['Agama', person.religion],
    ['Status Perkawinan', person.maritalStatus],
    ['Pekerjaan', person.occupation],
    ['Kewarganegaraan', 'WNI'],
    ['Berlaku Hingga', 'SEUMUR HIDUP'],
  ];
  rows.forEach(([label, value], index) => {
    const y = 190 + index * 36;
    context.font = `24px "${fonts.sans}"`;
    context.fillText(label, 38, y);
    context.fillText(':', 268, y);
    context.font = `${index === 0 ? 'bold ' : ''}24px "${fonts.sans}"`;
    fitText(context, value.toUpperCase(), 284, y, 440);
  });
}

function drawSignature(context: SceneContext, x: number, y: number) {
  context.strokeStyle = 'rgba(20, 26, 60, 0.85)';
  context.lineWidth = 3;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(x, y);
  context.bezierCurveTo(x + 18, y - 46, x + 34, y + 34, x + 40, y - 8);
  context.bezierCurveTo(x + 50, y - 30, x + 58, y + 26, x + 72, y);
  context.bezierCurveTo(x + 84, y - 18, x + 96, y + 8, x + 120, y - 14);
  context.stroke();
}
