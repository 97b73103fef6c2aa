"""A stack of pages is as large as the one in view."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.page_stack import PageStack


class Sized(QWidget):
    def __init__(self, width):
        super().__init__()
        self.asked, self._width = 0, width

    def sizeHint(self):
        return QSize(self._width * 2, 20)

    def minimumSizeHint(self):
        self.asked += 1
        return QSize(self._width, 10)


def test_only_the_page_in_view_is_measured(qtbot):
    window, stack, small, large = QWidget(), PageStack(), Sized(100), Sized(300)
    qtbot.addWidget(window)
    for page in (small, large):
        stack.addWidget(page)
    QVBoxLayout(window).addWidget(stack)
    window.show()
    qtbot.waitExposed(window)
    assert (stack.minimumSizeHint(), stack.sizeHint()) == (QSize(100, 10), QSize(200, 20))
    assert (small.asked > 0, large.asked) == (True, 0)
    stack.setCurrentWidget(large)
    assert (stack.minimumSizeHint(), stack.sizeHint()) == (QSize(300, 10), QSize(600, 20))
