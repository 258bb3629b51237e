import type { FontFamilies } from '../fonts.ts';
import { drawPortrait } from './draw-portrait.ts';
import { drawSpecimenMark, drawWaves, fitText, roundedPath, type SceneContext } from './scene-canvas.ts';
import type { SpecimenPerson } from './specimen-person.ts';
import { encodeTd3Mrz } from './td3-mrz.ts';

/** ID-3, 125 by 88 mm (ISO/IEC 7810), in the dots it takes up under the camera. */
export const PAGE_SIZE = { width: 1_180, height: 831 } as const;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MEI', 'JUN', 'JUL', 'AGT', 'SEP', 'OKT', 'NOV', 'DES'];

/** A passport data page in its general look, for training, with a valid machine readable zone. Drawn at the origin. */
export function drawPassportPage(context: SceneContext, person: SpecimenPerson, fonts: FontFamilies) {
  const { width, height } = PAGE_SIZE;
  context.save();
  roundedPath(context, 0, 0, width, height, 22);
  context.clip();
  const paper = context.createLinearGradient(0, 0, width, height);
  paper.addColorStop(0, '#e3efe4');
  paper.addColorStop(0.5, '#eef2e2');
  paper.addColorStop(1, '#d8e9ea');
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  drawWaves(context, { x: 0, y: 0, width, height: 650 }, 'rgba(60, 140, 110, 0.18)', 0.5);
  drawWaves(context, { x: 0, y: 0, width, height: 650 }, 'rgba(190, 130, 60, 0.12)', 2.4);

  context.fillStyle = '#1c3d37';
  context.textAlign = 'left';
  context.font = `bold 34px "${fonts.sans}"`;
  context.fillText('REPUBLIK INDONESIA', 40, 58);
  context.font = `22px "${fonts.sans}"`;
  context.fillText('REPUBLIC OF INDONESIA', 40, 88);
  context.textAlign = 'right';
  context.font = `bold 34px "${fonts.sans}"`;
  context.fillText('PASPOR', width - 40, 58);
  context.font = `22px "${fonts.sans}"`;
  context.fillText('PASSPORT', width - 40, 88);
  context.textAlign = 'left';

  drawPortrait(context, { x: 40, y: 150, width: 318, height: 424 }, person, '#f7f8f6');
  drawFields(context, person, fonts);
  drawSpecimenMark(context, width * 0.6, height * 0.42, 160, -0.3, fonts.sans);
  drawMrz(context, person.mrzLines ?? encodeTd3Mrz(person), fonts);
  context.restore();
}

function drawFields(context: SceneContext, person: SpecimenPerson, fonts: FontFamilies) {
  const fields: readonly (readonly [string, string, number, number])[] = [
    ['Jenis / Type', 'P', 390, 0],
    ['Kode Negara / Country Code', 'IDN', 545, 0],
    ['No. Paspor / Passport No.', person.passportNumber, 880, 0],
    ['Nama Lengkap / Full Name', person.fullName, 390, 1],
    ['Kewarganegaraan / Nationality', 'INDONESIA', 390, 2],
    ['Jenis Kelamin / Sex', person.sex === 'male' ? 'L/M' : 'P/F', 880, 2],
    ['Tgl. Lahir / Date of Birth', longDate(person.birthDate), 390, 3],
    ['Tempat Lahir / Place of Birth', person.birthPlace, 880, 3],
    ['Tgl. Pengeluaran / Date of Issue', longDate(person.passportIssued), 390, 4],
    ['Tgl. Habis Berlaku / Date of Expiry', longDate(person.passportExpiry), 880, 4],
    ['No. Reg.', '1X21SPESIMEN-0000', 390, 5],
    ['Kantor yang Mengeluarkan / Issuing Office', 'KOTABUMI', 880, 5],
  ];
  for (const [label, value, x, row] of fields) {
    const y = 158 + row * 80;
    context.fillStyle = '#3f6a60';
    context.font = `15px "${fonts.sans}"`;
    fitText(context, label, x, y, row === 1 ? 700 : 270);
    context.fillStyle = '#15181a';
    context.font = `bold 27px "${fonts.sans}"`;
    fitText(context, value.toUpperCase(), x, y + 32, row === 1 ? 740 : 262);
  }
}

/** OCR-B prints ten characters an inch (Doc 9303 part 3, 4.2); any fixed pitch that fills the line reads alike. */
function drawMrz(context: SceneContext, lines: readonly [string, string], fonts: FontFamilies) {
  const { width, height } = PAGE_SIZE;
  context.fillStyle = 'rgba(255, 255, 255, 0.72)';
  context.fillRect(0, 650, width, height - 650);
  context.fillStyle = '#101214';
  context.font = `41px "${fonts.mono}"`;
  context.textAlign = 'center';
  const pitch = (width - 80) / 44;
  lines.forEach((line, row) => {
    [...line].forEach((character, column) => {
      context.fillText(character, 40 + pitch * (column + 0.5), 724 + row * 66);
    });
  });
  context.textAlign = 'left';
}

function longDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
