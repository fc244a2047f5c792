// SPDX-License-Identifier: MIT

import Glibc
import Incidents
import Synchronization

/// The system's clock and zone.
enum Clock {
  private static let stopped = Mutex<Timestamp?>(nil)

  /// Makes it one moment from now on, so that what is replayed comes out the same.
  static func stop(at moment: Timestamp) { stopped.withLock { $0 = moment } }

  /// This moment.
  static var now: Timestamp {
    if let moment = stopped.withLock({ $0 }) { return moment }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// The moment of a wall-clock reading in the local zone; `utc` is the same reading taken as UTC.
  static func local(_ utc: Timestamp) -> Timestamp {
    let date = CalendarDate(utc)
    var parts = tm()
    parts.tm_year = Int32(date.year - 1900)
    parts.tm_mon = Int32(date.month - 1)
    parts.tm_mday = Int32(date.day)
    parts.tm_hour = Int32(date.hour)
    parts.tm_min = Int32(date.minute)
    parts.tm_sec = Int32(date.second)
    parts.tm_isdst = -1
    return Timestamp(milliseconds: Int64(mktime(&parts)) * 1000)
  }

  /// How far local time is from UTC from yesterday to a year from now.
  static var zone: LocalZone {
    let day: Int64 = 86_400
    let start = now.milliseconds / 1000 - day
    var stretches = [stretch(from: start)]
    for number in 1...367 {
      let end = start + Int64(number) * day
      guard minutes(at: end) != stretches[stretches.count - 1].minutes else { continue }
      var low = end - day
      var high = end
      while high - low > 1 {
        let middle = (low + high) / 2
        if minutes(at: middle) == minutes(at: end) { high = middle } else { low = middle }
      }
      stretches.append(stretch(from: high))
    }
    return LocalZone(stretches)
  }

  private static func stretch(from seconds: Int64) -> LocalZone.Stretch {
    LocalZone.Stretch(
      from: Timestamp(milliseconds: seconds * 1000), minutes: minutes(at: seconds))
  }

  /// Minutes east of UTC at a moment, in seconds since 1970.
  static func minutes(at seconds: Int64) -> Int {
    var time = time_t(seconds)
    var parts = tm()
    localtime_r(&time, &parts)
    return parts.tm_gmtoff / 60
  }
}
