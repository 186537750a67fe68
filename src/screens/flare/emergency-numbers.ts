/**
 * Who to ring, by country; `id` names the words beside the number. UK: 999 and 111; 18000 and the 18001 prefix are the
 * text relay (Ofcom General Condition C5); 116 123 is Samaritans.
 */
export const emergencyNumbers = {
  GB: [
    { id: 'emergency', phone: '999' },
    { id: 'urgent', phone: '111' },
    { id: 'emergencyText', phone: '18000' },
    { id: 'urgentText', phone: '18001 111' },
    { id: 'listen', phone: '116 123' },
  ],
} as const;
