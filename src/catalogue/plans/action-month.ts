/** The five names that the five documents give to one month: 001:45, 000:92, 000:178, 002:99, 004:132. */
export const actionMonthNames: string[] = [
  'Tháng hành động vì bình đẳng giới và phòng chống bạo lực trên cơ sở giới',
  'Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới',
  'Tháng hành động về bình đẳng giới và phòng, chống bạo lực trên cơ sở giới',
  'Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới',
  'Tháng hành động về bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới',
];
