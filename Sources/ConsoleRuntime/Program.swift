// SPDX-License-Identifier: MIT

import Cells
public import Console
import IncidentStore
import Incidents

/// The loop: what arrives goes through `update`, what follows is done, the screen is painted.
public final class Program {
  /// The state of the console.
  public private(set) var state: State
  /// What failed after the person left, and no screen could show any more, as sentences.
  public private(set) var unsaid: [String] = []
  private let display: any Display
  private let environment: Environment
  private let mailbox = Mailbox()
  private let runner: EffectRunner
  private let drafts: DraftKeeping
  private var filter = KeyFilter()
  private var configuration: ConfigurationLookout?
  private var last: Grid?
  /// Whether the link was too busy for what there is to see.
  private var isBehind = false
  /// When the panes beside the queue follow, in monotonic milliseconds; `nil` if they need not.
  private var settlesAt: Int64?

  private var notificationPace = NotificationPace()

  /// Makes a console on a display.
  public init(environment: Environment, display: any Display, title: String) {
    var state = State(
      author: environment.author, storeTitle: title, now: environment.now(), size: display.size)
    state.isASCII = display.usesASCII || display.isPlain
    state.isPlain = display.isPlain
    state.readOnlyReason = environment.store.readOnlyReason
    state.zone = environment.zone
    state.teamZone = environment.teamZone
    state.readinessChecklist = environment.readinessChecklist
    if let configuration = environment.configuration?.configuration {
      _ = state.update(.configured(configuration))
    }
    state.theme = display.theme
    self.state = state
    self.display = display
    self.environment = environment
    self.runner = EffectRunner(environment: environment, mailbox: mailbox)
    self.drafts = DraftKeeping(environment: environment, mailbox: mailbox)
  }

  /// Runs until the person leaves or the outside says so, and gives the exit code.
  ///
  /// What was begun is finished first: nothing that could still become durable is dropped.
  public func run() -> Int32 {
    let runner = runner
    var lookout: Lookout?
    defer {
      // First what was typed: whatever else is waited for may take its time.
      drafts.flush()
      configuration?.leave()
      lookout?.leave()
      runner.finish()
      let said = state.notices.count
      for message in mailbox.drain() {
        for case .keepDrafts(let kept) in state.update(message) { keep(kept) }
      }
      drafts.flush()
      if let looks = state.remembered { environment.keepLooks(looks) }
      unsaid = state.notices.dropFirst(said).filter { $0.kind == .failure }.map(\.text)
    }
    for notice in display.notices + [environment.configuration?.warning].compactMap({ $0 }) {
      _ = state.update(.noticed(.info, notice))
    }
    for problem in (environment.configuration?.shortProblems ?? []).reversed() {
      _ = state.update(.noticed(.failure, problem))
    }
    for effect in runner.start().flatMap({ state.update($0) }) { perform(effect) }
    // Its first look is for what happened since: before the start it would read the whole journal.
    lookout = Lookout(over: environment.store) { runner.refresh() }
    if environment.store.readOnlyReason == nil { drafts.begin() }
    paint()
    configuration = environment.configuration.map {
      ConfigurationLookout($0, usesHints: !environment.polls, mailbox: mailbox)
    }
    while true {
      if display.isPatient { runner.finish() }
      let arrived = display.wait(for: mailbox, timeout: millisecondsToWait())
      drafts.keepDue(at: display.monotonicNow)
      var effects: [Effect] = []
      var code: Int32?
      let arrivals = arrived.compactMap(filtered)
      for (place, arrival) in arrivals.enumerated() {
        switch arrival {
        case .leave(let signal): code = signal
        case .input(let event, let at):
          effects += take(event, at: at, before: arrivals.dropFirst(place + 1).first)
        }
        // A key after `q` is not for us any more.
        if code != nil || effects.contains(.quit) { break }
      }
      if let code {
        for effect in effects {
          switch effect {
          case .commit, .keepDrafts: perform(effect)
          default: break
          }
        }
        return code
      }
      let news = mailbox.drain()
      effects += news.flatMap { state.update($0) }
      effects += tick() + settle()
      for effect in effects {
        if effect == .quit { return 0 }
        perform(effect)
      }
      if !arrived.isEmpty || !news.isEmpty || didTick || didSettle || isBehind { paint() }
    }
  }

  private var didTick = false

  /// Says that a minute began, once a minute: everything that ages is shown to the minute.
  private func tick() -> [Effect] {
    let now = environment.now()
    didTick = now.milliseconds / 60_000 != state.now.milliseconds / 60_000
    guard didTick else { return [] }
    runner.refresh()
    configuration?.lookSoon()
    return state.update(.ticked(now))
  }

  private var didSettle = false

  /// Says that the keys paused, once after the last of them.
  private func settle() -> [Effect] {
    didSettle = settlesAt.map { $0 <= display.monotonicNow } ?? false
    guard didSettle else { return [] }
    settlesAt = nil
    return state.update(.settled)
  }

  /// Until the next minute, until the keys paused, or until what was typed must be kept.
  private func millisecondsToWait() -> Int {
    let now = display.monotonicNow
    let minute = Int(60_000 - environment.now().milliseconds % 60_000)
    let pause = settlesAt.map { Int(max(0, $0 - now)) } ?? minute
    return min(minute, pause, drafts.wait(at: now) ?? minute)
  }

  private func keep(_ kept: [Draft: String]) { drafts.note(kept, at: display.monotonicNow) }

  /// What arrived, without the rests of torn sequences.
  private func filtered(_ arrival: Arrived) -> Arrived? {
    guard case .input(let event, let at) = arrival else { return arrival }
    return filter.pass(event, at: Int(at)).map { .input($0, at: at) }
  }

  private func take(_ event: InputEvent, at: Int64, before next: Arrived?) -> [Effect] {
    switch event {
    case .key(let key):
      if case .input(.key, _) = next { return state.update(.keyAhead(key, at: at)) }
      return state.update(.key(key, at: at))
    case .paste(let text): return state.update(.pasted(text))
    case .mouse(let mouse): return state.update(.mouse(mouse))
    case .resized(let size): return state.update(.resized(size))
    }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .open, .commit, .history, .survey, .figures, .ask, .approve, .perform:
      runner.perform(effect)
    case .keepDrafts(let kept): keep(kept)
    case .edit(let text):
      drafts.flush()
      display.lend { mailbox.post([.edited(environment.edit(text))]) }
    case .copy(let text, let name):
      mailbox.post([.copied(name, failure: display.copy(text))])
    case .keepLooks(let looks): runner.keep(looks)
    case .notify(let way):
      if notificationPace.allows(at: display.monotonicNow) { display.notify(way) }
    case .settle: settlesAt = display.monotonicNow + Trail.pause
    case .mouse(let isOn): display.setMouse(isOn)
    case .redraw:
      // What is new first, else the old screen would be shown once more.
      paint()
      display.redrawAll()
    case .suspend: whileNoStoreIsLocked { display.suspend() }
    case .quit: break
    }
  }

  private func paint() {
    let grid = state.view(after: last)
    isBehind = !display.paint(grid)
    if isBehind { return }
    last = grid
    _ = state.update(.painted(at: display.monotonicNow))
  }
}
