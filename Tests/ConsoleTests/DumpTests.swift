import Cells
import TestSupport
import Testing

@testable import Console

@Test func dump() {
  print("\n@@@80×24 stacks the panes"); print(Story().screen); print("@@@end")
  print("\n@@@140×40 sets them side by side");
  print(Story(size: Size(rows: 40, columns: 140)).screen); print("@@@end")
  print("\n@@@60×12 shows the pane with the focus");
  print(Story(size: Size(rows: 12, columns: 60)).screen); print("@@@end")
  print("\n@@@an empty store says how to begin"); print(Story([]).screen); print("@@@end")
  print("\n@@@a filter that lets nothing through says so");
  print(Story(size: Size(rows: 18, columns: 80)).press("/").type("zzz").screen); print("@@@end")
  print("\n@@@a store that can only be read says so in the header");
  print(Story(size: Size(rows: 12, columns: 80)).set { $0.readOnlyReason = "why" }.screen);
  print("@@@end")
  print("\n@@@ASCII draws the same with ASCII"); print(Story().set { $0.isASCII = true }.screen);
  print("@@@end")
  print("\n@@@the alerts"); print(Story(size: Size(rows: 14, columns: 80)).press("Enter l").screen);
  print("@@@end")
  print("\n@@@the evidence");
  print(Story(size: Size(rows: 14, columns: 80)).press("Enter l l").screen); print("@@@end")
  print("\n@@@the timeline, with what was done here");
  print(Story(size: Size(rows: 18, columns: 80)).press("a 3 j x Enter 2 l l l").screen);
  print("@@@end")
  print("\n@@@the notes, with one written here");
  print(Story(size: Size(rows: 14, columns: 80)).press("c h i Enter Enter h").screen);
  print("@@@end")
  print("\n@@@the responses on the whole screen");
  print(Story(size: Size(rows: 16, columns: 80)).press("3 Enter").screen); print("@@@end")
  print("\n@@@a merged incident whose target is not here"); print(Story().press("j j j").screen);
  print("@@@end")
  print("\n@@@details that were not received"); print(Story().press("j").screen); print("@@@end")
  print("\n@@@help"); print(Story().press("?").screen); print("@@@end")
  print("\n@@@a question"); print(Story(size: Size(rows: 18, columns: 80)).press("3 x").screen);
  print("@@@end")
  print("\n@@@a question that wants the target, on the smallest screen");
  print(Story([.mail], size: Size(rows: 12, columns: 60)).press("3 x").type("f0a").screen);
  print("@@@end")
  print("\n@@@the form that resolves");
  print(Story(size: Size(rows: 18, columns: 80)).press("R l Tab l Tab").type("cleaned").screen);
  print("@@@end")
  print("\n@@@a prompt");
  print(Story(size: Size(rows: 18, columns: 80)).press("c").type("hello").screen); print("@@@end")
  print("\n@@@link and copy"); print(Story(size: Size(rows: 12, columns: 60)).press("y").screen);
  print("@@@end")
}
