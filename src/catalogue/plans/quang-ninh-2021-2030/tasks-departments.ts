/** Document 002, parts IV.6 to IV.15: what each further body of the province does. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import {
  bank,
  cultureDepartment,
  departmentsAndLocalities,
  economicZone,
  educationDepartment,
  ethnicBoard,
  helping,
  justiceDepartment,
  labourDepartment,
  leading,
  localities,
  mediaDepartment,
  police,
  statisticsOffice,
  tourismDepartment,
} from './responsible.ts';

const yearlyStatistics = { recurrence: 'year', duty: 'statistics' } as const;

export const departmentTasks: readonly TaskItem[] = [
  ...tasksUnder({ section: 'IV.6', sectionTitle: 'Sở Giáo dục và Đào tạo', agencies: [educationDepartment] }, [
    [
      '1a',
      277,
      'Phối hợp bồi dưỡng giáo viên về giới, sức khỏe sinh sản, phòng xâm hại, bạo lực học đường',
      { agencies: [helping(educationDepartment)] },
    ],
    ['1b', 277, 'Tích hợp nội dung giới vào chính khóa, ngoại khóa theo cấp học', { indicators: ['5.1'] }],
    ['1c', 277, 'Mô hình môi trường giáo dục an toàn, phòng chống bạo lực học đường'],
    ['1d', 277, 'Rà soát mù chữ ở người 15 đến 60 tuổi; kế hoạch xóa mù, chống tái mù chữ'],
    ['1e', 277, 'Lồng ghép bình đẳng giới vào quy hoạch, bộ máy ngành; cân đối nam, nữ trong lớp học'],
    ['2', 279, 'Chủ trì chỉ tiêu 1, 2 mục tiêu 5', { indicators: ['5.1', '5.2'] }],
  ]),
  ...tasksUnder({ section: 'IV.7', sectionTitle: 'Sở Thông tin và Truyền thông', agencies: [mediaDepartment] }, [
    ['1a', 283, 'Chỉ đạo Trung tâm truyền thông tỉnh, báo chí đổi mới truyền thông bình đẳng giới'],
    ['1b', 283, 'Xây dựng chương trình, chuyên mục, chuyên trang, videoclip', { indicators: ['6.4'] }],
    ['1c', 283, 'Tăng thời lượng phát sóng, số bài, chất lượng tuyên truyền', { indicators: ['6.3', '6.4'] }],
    ['1d', 283, 'Nâng năng lực phóng viên, người làm truyền thông'],
    ['1e', 283, 'Lập kênh tiếp nhận thông tin bạo lực trên mạng, báo cơ quan chức năng bảo vệ nạn nhân'],
    ['1f', 283, 'Kiểm soát, gỡ bỏ, xử lý thông tin, xuất bản phẩm mang định kiến giới'],
    [
      '2',
      285,
      'Chủ trì, lập kế hoạch thực hiện chỉ tiêu 3, 4 mục tiêu 6',
      { agencies: [mediaDepartment, helping(localities)], indicators: ['6.3', '6.4'], deliverable: 'plan' },
    ],
  ]),
  ...tasksUnder({ section: 'IV.8', sectionTitle: 'Sở Văn hóa và Thể thao', agencies: [cultureDepartment] }, [
    ['1a', 289, 'Hướng dẫn hỗ trợ nạn nhân bạo lực gia đình', { indicators: ['3.2'] }],
    [
      '1b',
      289,
      'Thống kê nạn nhân, người gây bạo lực gia đình được tiếp cận dịch vụ',
      { indicators: ['3.2'], duty: 'statistics' },
    ],
    [
      '1c',
      289,
      'Chỉ đạo cơ sở cung cấp kịp thời số liệu bạo lực gia đình cho cơ quan LĐTBXH cùng cấp',
      { indicators: ['3.2'], duty: 'statistics' },
    ],
    ['2a', 291, 'Vận động xây dựng gia đình bình đẳng, gắn với gia đình văn hóa, nông thôn mới'],
    [
      '2b',
      293,
      'Thanh tra, quản lý sản phẩm văn hóa, vui chơi giải trí không mang định kiến giới',
      { duty: 'inspection' },
    ],
    ['2c', 293, 'Đề xuất nâng vai trò thành viên gia đình thực hiện bình đẳng giới', { indicators: ['3.1'] }],
    ['2d', 293, 'Mô hình sửa đổi quy ước, hương ước theo nguyên tắc bình đẳng giới'],
    [
      '3',
      295,
      'Chủ trì, phối hợp Sở LĐTBXH thực hiện, báo cáo chỉ tiêu 2 mục tiêu 3',
      { agencies: [cultureDepartment, helping(labourDepartment)], indicators: ['3.2'] },
    ],
  ]),
  ...tasksUnder({ section: 'IV.9', sectionTitle: 'Cục Thống kê tỉnh', agencies: [leading(statisticsOffice)] }, [
    [
      '1',
      299,
      'Phân loại thống kê tách biệt giới: chỉ số giới, việc làm, tiền lương, thất nghiệp',
      { duty: 'statistics' },
    ],
    ['2a', 301, 'Theo dõi, thống kê, báo cáo hằng năm các chỉ số bình đẳng giới', yearlyStatistics],
    ['2b', 301, 'Thu thập, công bố số liệu thuộc Bộ chỉ tiêu thống kê phát triển giới quốc gia', yearlyStatistics],
    ['2c', 301, 'Xây dựng cơ sở dữ liệu thống kê về giới của tỉnh', { duty: 'statistics' }],
    [
      '2d',
      301,
      'Chủ trì thu thập, báo cáo số liệu chỉ tiêu 1 mục tiêu 3, chỉ tiêu 4 mục tiêu 5',
      { agencies: [statisticsOffice], indicators: ['3.1', '5.4'], duty: 'statistics' },
    ],
  ]),
  ...tasksUnder({ section: 'IV.10', sectionTitle: 'Công an tỉnh', agencies: [police, ...departmentsAndLocalities] }, [
    ['1a', 305, 'Chủ trì phát hiện sớm, điều tra, xử lý kịp thời các vụ bạo lực trên cơ sở giới'],
    [
      '1b',
      305,
      'Phối hợp bàn giao người có hành vi bạo lực về quản lý, giáo dục ở địa bàn dân cư',
      { agencies: [helping(police)], indicators: ['3.2'] },
    ],
    ['1c', 305, 'Triển khai Chương trình phòng, chống mua bán người', { agencies: [police], indicators: ['3.3'] }],
    [
      '1d',
      305,
      'Lập kế hoạch điều tra, xử lý người gây bạo lực và phòng, chống mua bán người',
      { indicators: ['3.3'], deliverable: 'plan' },
    ],
    ['1e', 305, 'Nghiên cứu bổ sung camera phát hiện bạo lực, quấy rối nơi công cộng', { agencies: [police] }],
  ]),
  ...tasksUnder({ section: 'IV.11', sectionTitle: 'Sở Tư pháp', agencies: [justiceDepartment] }, [
    ['1a', 309, 'Hướng dẫn, thẩm định lồng ghép bình đẳng giới trong văn bản quy phạm pháp luật'],
    ['1b', 309, 'Lồng ghép kiến thức bình đẳng giới vào tập huấn về ban hành văn bản pháp luật'],
    ['1c', 309, 'Nâng năng lực cán bộ, hòa giải viên cơ sở về dịch vụ tư pháp cho nạn nhân bạo lực'],
  ]),
  ...tasksUnder({ section: 'IV.12', sectionTitle: 'Sở Du lịch', agencies: [tourismDepartment] }, [
    ['1a', 311, 'Hướng dẫn cơ sở du lịch, nhà hàng, khách sạn tuyên truyền cho nhân viên, du khách'],
    ['1b', 311, 'Biện pháp kinh doanh du lịch an toàn, chống quấy rối tình dục, định kiến giới'],
  ]),
  ...tasksUnder({ section: 'IV.13', sectionTitle: 'Ngân hàng Chính sách xã hội', agencies: [bank] }, [
    ['1', 315, 'Huy động vốn, cải tiến giao dịch cho phụ nữ nghèo, vùng khó khăn, dân tộc thiểu số vay ưu đãi'],
  ]),
  ...tasksUnder({ section: 'IV.14', sectionTitle: 'Ban Dân tộc tỉnh', agencies: [ethnicBoard] }, [
    ['1a', 319, 'Tuyên truyền pháp luật bình đẳng giới cho đồng bào dân tộc thiểu số'],
    ['1b', 319, 'Chú trọng phát triển cán bộ nữ dân tộc thiểu số', { indicators: ['1.1', '1.2'] }],
    ['1c', 319, 'Vận động phát huy phong tục, tập quán tốt đẹp phù hợp bình đẳng giới'],
    ['1d', 319, 'Thực hiện Kế hoạch 91/KH-UBND về bình đẳng giới vùng dân tộc thiểu số'],
    ['1e', 319, 'Thực hiện Kế hoạch 44/KH-UBND giảm tảo hôn, hôn nhân cận huyết thống'],
  ]),
  ...tasksUnder({ section: 'IV.15', sectionTitle: 'Ban Quản lý khu kinh tế', agencies: [helping(economicZone)] }, [
    ['1a', 323, 'Hướng dẫn doanh nghiệp nhiều lao động nữ lập, kiện toàn Ban Vì sự tiến bộ của phụ nữ'],
    [
      '1b',
      323,
      'Phối hợp tuyên truyền, thanh tra, kiểm tra doanh nghiệp về chính sách cho lao động nữ',
      { duty: 'inspection' },
    ],
    [
      '1c',
      323,
      'Hỗ trợ thủ tục hành chính, tháo gỡ khó khăn, bảo đảm cạnh tranh bình đẳng',
      { agencies: [economicZone] },
    ],
  ]),
];
